import { chatFiles, partFiles } from "#lib/widget/files";
import { partAddress, partVersion } from "./part-address";

const HEADERS = {
  "cache-control": "no-store",
  "access-control-allow-origin": "*", // storefronts import one of the modules; none of the files is secret
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

/**
 * Runs in a page of the chat whose build is gone: loads the page anew, once for each such build, and lets nothing go on
 * before. What she typed is kept over that. A page that comes back as old as it was, of a server that is yet to be
 * replaced, goes on trying.
 */
const renew = (version: string, isModule: boolean) => `const old = "${version}";
if (history.state === old) throw new Error("The chat's server is of another build than its page.");
history.replaceState(old, "");
location.reload();
${isModule ? "await new Promise(() => {});\n" : ""}`;

/**
 * Answers for a part of a build that is no longer here, or not here yet: the chat's scripts load its page anew. Styles
 * and what the loader fetches on a shop's page, where there is nothing to load anew, are the present ones. Null: no part.
 */
export function answerOldPart(version: string, file: string): Response | null {
  if (!/^[\w-]{1,40}$/.test(version) || version === partVersion() || !partFiles.includes(file)) return null;
  if (file.endsWith(".css") || file === "sdk.js")
    return new Response(null, { status: 302, headers: { ...HEADERS, location: partAddress(file) } });
  const headers = { ...HEADERS, "content-type": "text/javascript; charset=utf-8" };
  return new Response(renew(version, !chatFiles.includes(file)), { headers });
}
