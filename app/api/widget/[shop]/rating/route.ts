import { visitorRoute } from "#lib/connect/visitor-route";
import { rateConversation } from "#lib/conversations/ratings/rate-conversation";
import { RateConversation } from "#lib/conversations/ratings/rating-rules";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

/** Keeps how she says it went. */
export const POST = visitorRoute(async ({ request, actor }) => {
  await rateConversation(actor, parseInput(RateConversation, await readJson(request)));
  return new Response(null, { status: 204 });
});
