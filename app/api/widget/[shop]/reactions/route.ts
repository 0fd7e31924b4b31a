import { visitorRoute } from "#lib/connect/visitor-route";
import { reactInChat } from "#lib/conversations/act-in-chat";
import { ReactInChat } from "#lib/conversations/input";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

/** Keeps her reaction to a message of the shop. */
export const POST = visitorRoute(
  async ({ request, actor }) => privateJson(await reactInChat(actor, parseInput(ReactInChat, await readJson(request)))),
  { limitTo: "visitor writes" },
);
