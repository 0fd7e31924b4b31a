import { CreateChatReference, createChatReference } from "#lib/connect/chat-reference";
import { visitorRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(async ({ request, actor }) =>
  privateJson(await createChatReference(actor, parseInput(CreateChatReference, await readJson(request)))),
);
