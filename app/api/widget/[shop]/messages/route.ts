import { z } from "zod";
import { visitorRoute } from "#lib/connect/visitor-route";
import { ReceiveMessage } from "#lib/conversations/input";
import { listVisitorMessages } from "#lib/conversations/load-thread";
import { receiveMessage } from "#lib/conversations/receive-message";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

const Seq = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional();
const Range = z.strictObject({ after: Seq, before: Seq });

export const GET = visitorRoute(
  async ({ request, actor }) => {
    const range = parseInput(Range, Object.fromEntries(new URL(request.url).searchParams));
    return privateJson(await listVisitorMessages(actor, range));
  },
  { byMail: true },
);

export const POST = visitorRoute(
  async ({ request, actor }) => {
    const input = parseInput(ReceiveMessage, await readJson(request));
    return privateJson(await receiveMessage(actor, input), 201);
  },
  { byMail: true, limitTo: "visitor writes" },
);
