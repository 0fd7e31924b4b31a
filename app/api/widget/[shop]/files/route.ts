import { z } from "zod";
import { visitorRoute } from "#lib/connect/visitor-route";
import { UPLOAD_MAX } from "#lib/conversations/keep-upload";
import { receiveFile } from "#lib/conversations/receive-file";
import { invalid } from "#lib/core/errors";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readBody } from "#lib/http/read-body";
import { readFileName } from "#lib/http/read-file-name";

const ClientKey = z.uuid();

/** Takes a shopper's file: the raw body, `content-type` and `x-file-name` as her browser has them, `x-client-key`. No query. */
export const POST = visitorRoute(
  async ({ request, actor }) => {
    if (new URL(request.url).search !== "") throw invalid("invalid");
    const clientKey = parseInput(ClientKey, request.headers.get("x-client-key"));
    const declaredType = request.headers.get("content-type") ?? "";
    const fileName = readFileName(request);
    const bytes = await readBody(request, UPLOAD_MAX);
    return privateJson(await receiveFile(actor, { clientKey, fileName, declaredType, bytes }), 201);
  },
  { limitTo: "visitor writes" },
);
