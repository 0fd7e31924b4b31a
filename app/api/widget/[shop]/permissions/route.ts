import { answerPermissions } from "#lib/connect/answer-permissions";
import { AnswerPermissions } from "#lib/connect/input";
import { loadVisit } from "#lib/connect/load-visit";
import { sourceOf, visitorRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(async ({ request, shop, actor }) => {
  const input = parseInput(AnswerPermissions, await readJson(request));
  await answerPermissions(actor, { ...input, source: sourceOf(request) });
  return privateJson(await loadVisit(shop, actor, input.locale));
});
