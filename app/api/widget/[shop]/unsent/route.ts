import { visitorRoute } from "#lib/connect/visitor-route";
import { unsendInChat } from "#lib/conversations/act-in-chat";
import { OneMessage } from "#lib/conversations/input";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

/** Takes back a message of hers. */
export const POST = visitorRoute(
  async ({ request, actor }) => privateJson(await unsendInChat(actor, parseInput(OneMessage, await readJson(request)))),
  { limitTo: "visitor writes" },
);
