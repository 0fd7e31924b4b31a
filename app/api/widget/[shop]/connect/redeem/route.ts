import { RedeemConnect } from "#lib/connect/input";
import { loadVisit } from "#lib/connect/load-visit";
import { redeemConnect } from "#lib/connect/redeem-connect";
import { visitorOf, visitorRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(async ({ request, shop, actor }) => {
  await redeemConnect(actor, parseInput(RedeemConnect, await readJson(request)));
  const joined = (await visitorOf(request, shop)) ?? actor;
  return privateJson(await loadVisit(shop, joined, joined.locale));
});
