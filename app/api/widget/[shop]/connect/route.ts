import { beginVisit } from "#lib/connect/begin-visit";
import { StartConnect } from "#lib/connect/input";
import { requireOwnChat } from "#lib/connect/require-own-chat";
import { startConnect } from "#lib/connect/start-connect";
import { setVisitorCookie, sourceOf, visitRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitRoute(async ({ request, shop, actor }) => {
  const input = parseInput(StartConnect, await readJson(request));
  requireOwnChat(actor);
  const started = actor ? null : await beginVisit(request, shop, { locale: input.locale });
  const visitor = actor ?? started?.actor;
  if (!visitor) throw new Error("a visit was neither found nor started");
  const response = privateJson(await startConnect(visitor, { ...input, source: sourceOf(request) }));
  if (started) response.headers.append("set-cookie", setVisitorCookie(shop.slug, started.token));
  return response;
});
