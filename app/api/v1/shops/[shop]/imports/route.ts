import { CSV_MAX } from "#lib/core/csv/limits";
import { AppError } from "#lib/core/errors";
import { answer, privateJson, requireApiMember } from "#lib/http/api-route";
import { limit } from "#lib/http/limit";
import { parseInput } from "#lib/http/outcome";
import { readBody } from "#lib/http/read-body";
import { readFileName } from "#lib/http/read-file-name";
import { requireSameOrigin } from "#lib/http/same-origin";
import { UploadImport, uploadImport } from "#lib/imports/upload-import";
import { requireRole } from "#lib/shops/actor";
import { recordingDenials } from "#lib/shops/record-act";

type Context = { params: Promise<{ shop: string }> };

/** Takes a CSV file to be brought in: the raw body, `x-file-name` percent-encoded, and what it holds as `kind`. */
export function POST(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    requireSameOrigin(request);
    const { shop } = await context.params;
    const actor = await requireApiMember(request, shop);
    const { kind } = parseInput(UploadImport, Object.fromEntries(new URL(request.url).searchParams));
    return recordingDenials(actor, async () => {
      requireRole(actor, "admin");
      await limit("imports", actor.shopId);
      const bytes = await readFile(request);
      return privateJson(await uploadImport(actor, { kind, fileName: readFileName(request), bytes }));
    });
  });
}

async function readFile(request: Request): Promise<Buffer> {
  try {
    return await readBody(request, CSV_MAX.bytes);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "too_large") throw error;
    throw new AppError("too_large", "csv_too_large", { max: CSV_MAX.bytes / 1024 / 1024 });
  }
}
