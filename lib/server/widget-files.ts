import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { widgetFiles } from "#lib/widget/files";

type Kept = { plain: Buffer; brotli: Buffer | null; etag: string };
const kept = new Map<string, Kept>();

function read(address: string): Buffer | null {
  try {
    return readFileSync(path.join(process.cwd(), "public", address));
  } catch {
    return null;
  }
}

function load(url: string): Kept | null {
  const known = kept.get(url);
  if (known) return known;
  const plain = read(url);
  if (!plain) return null;
  const loaded = {
    plain,
    brotli: read(`${url}.br`),
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
  };
  kept.set(url, loaded);
  return loaded;
}

/**
 * Answers the storefront's own files as they were compressed when built, at brotli's best. They are asked again with
 * their tag after five minutes, so a new build reaches every storefront soon. False for any other address.
 */
export function answerWidgetFile(request: IncomingMessage, response: ServerResponse): boolean {
  const url = (request.url ?? "").split("?")[0] ?? "";
  if (!widgetFiles.includes(url) || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const loaded = load(url);
  if (!loaded) return false;
  const brotli =
    loaded.brotli && /\bbr\b/.test(String(request.headers["accept-encoding"] ?? "")) ? loaded.brotli : null;
  const headers = {
    "content-type": url.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=300, stale-while-revalidate=86400",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*", // storefronts import the module of the rarer calls; none of the files is secret
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    etag: loaded.etag,
  };
  if (request.headers["if-none-match"] === loaded.etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  const body = brotli ?? loaded.plain;
  response.writeHead(200, {
    ...headers,
    "content-length": body.length,
    ...(brotli ? { "content-encoding": "br" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}
