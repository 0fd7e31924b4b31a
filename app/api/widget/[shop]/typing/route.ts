import { z } from "zod";
import { visitorRoute } from "#lib/connect/visitor-route";
import { announceVisitorTyping } from "#lib/conversations/announce-typing";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(
  async ({ request, actor }) => {
    parseInput(z.strictObject({}), await readJson(request));
    await announceVisitorTyping(actor);
    return new Response(null, { status: 204 });
  },
  { byMail: true, limitTo: "types" },
);
