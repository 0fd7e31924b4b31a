import { loadVisit } from "#lib/connect/load-visit";
import { visitorRoute } from "#lib/connect/visitor-route";
import { confirmEmail } from "#lib/connect/widget/confirm-email";
import { privateJson } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limit } from "#lib/http/limit";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";
import { SignInByMail } from "#lib/shops/input";

export const POST = visitorRoute(async ({ request, shop, actor }) => {
  const input = parseInput(SignInByMail, await readJson(request));
  await limit("signs in", clientAddress(request));
  await confirmEmail(actor, input);
  return privateJson(await loadVisit(shop, actor, actor.locale));
});
