import { reportInChat } from "#lib/connect/report-in-chat";
import { visitorRoute } from "#lib/connect/visitor-route";
import { ReportMessage } from "#lib/conversations/reports/input";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const POST = visitorRoute(
  async ({ request, actor }) =>
    privateJson(await reportInChat(actor, parseInput(ReportMessage, await readJson(request)))),
  { limitTo: "visitor writes" },
);
