import { visitorRoute } from "#lib/connect/visitor-route";
import { claimEmail } from "#lib/connect/widget/confirm-email";
import { ClaimEmail } from "#lib/connect/widget/input";
import { privateJson } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limit } from "#lib/http/limit";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

/** Mails a code to the address; answers with the ticket that goes with it. */
export const POST = visitorRoute(async ({ request, actor }) => {
  const input = parseInput(ClaimEmail, await readJson(request));
  await limit("signs in", clientAddress(request));
  return privateJson(await claimEmail(actor, input));
});
