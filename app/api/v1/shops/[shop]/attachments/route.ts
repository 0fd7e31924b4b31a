import { UPLOAD_MAX } from "#lib/conversations/keep-upload";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { invalid } from "#lib/core/errors";
import { answer, privateJson, requireApiMember } from "#lib/http/api-route";
import { readBody } from "#lib/http/read-body";
import { readFileName } from "#lib/http/read-file-name";
import { requireSameOrigin } from "#lib/http/same-origin";

type Context = { params: Promise<{ shop: string }> };

/** Takes a member's file: the raw body, `content-type` as her browser has it, `x-file-name` percent-encoded. No query. */
export function POST(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    requireSameOrigin(request);
    if (new URL(request.url).search !== "") throw invalid("invalid");
    const { shop } = await context.params;
    const actor = await requireApiMember(request, shop);
    const declaredType = request.headers.get("content-type") ?? "";
    const fileName = readFileName(request);
    const bytes = await readBody(request, UPLOAD_MAX);
    return privateJson(await uploadAttachment(actor, { fileName, declaredType, bytes }));
  });
}
