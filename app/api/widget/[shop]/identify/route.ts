import { beginVisit } from "#lib/connect/begin-visit";
import { findVisitor } from "#lib/connect/find-visitor";
import { checkIdentity, identifyVisitor, nameVisitor } from "#lib/connect/identify-visitor";
import { IdentifyVisitor } from "#lib/connect/input";
import { loadVisit } from "#lib/connect/load-visit";
import { requireOwnChat } from "#lib/connect/require-own-chat";
import { setVisitorCookie, visitorOf, visitRoute } from "#lib/connect/visitor-route";
import { unauthenticated } from "#lib/core/errors";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitRoute(async ({ request, shop, actor }) => {
  const input = parseInput(IdentifyVisitor, await readJson(request));
  requireOwnChat(actor);
  const claims = "token" in input ? await checkIdentity(shop, input.token) : null;
  const started = !actor && claims ? await beginVisit(request, shop, { locale: input.locale }) : null;
  const visitor = actor ?? started?.actor;
  if (!visitor) throw unauthenticated();
  if (claims) await identifyVisitor(visitor, claims);
  else if ("name" in input) await nameVisitor(visitor, input);
  const now = await (started ? findVisitor(shop, started.token) : visitorOf(request, shop)); // maybe of another identity now
  const response = privateJson(await loadVisit(shop, now ?? visitor, input.locale));
  if (started) response.headers.append("set-cookie", setVisitorCookie(shop.slug, started.token));
  return response;
});
