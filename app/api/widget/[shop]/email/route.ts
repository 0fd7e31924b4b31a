import { loadVisit } from "#lib/connect/load-visit";
import { visitorRoute } from "#lib/connect/visitor-route";
import { claimEmail } from "#lib/connect/widget/claim-email";
import { ClaimEmail } from "#lib/connect/widget/input";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(async ({ request, shop, actor }) => {
  await claimEmail(actor, parseInput(ClaimEmail, await readJson(request)));
  return privateJson(await loadVisit(shop, actor, actor.locale));
});
