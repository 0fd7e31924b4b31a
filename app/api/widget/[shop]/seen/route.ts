import { visitorRoute } from "#lib/connect/visitor-route";
import { MarkSeen } from "#lib/conversations/input";
import { markSeen } from "#lib/conversations/mark-read";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(
  async ({ request, actor }) => {
    await markSeen(actor, parseInput(MarkSeen, await readJson(request)));
    return new Response(null, { status: 204 });
  },
  { byMail: true },
);
