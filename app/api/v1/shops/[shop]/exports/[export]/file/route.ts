import { answer, requireApiMember } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { streamOf } from "#lib/http/stream-of";
import { OneExport, readExport } from "#lib/privacy/contact-export/load-export";

type Context = { params: Promise<{ shop: string; export: string }> };

/** The file of an export, as long as its day lasts, to a member who may have it. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const { shop, export: exportId } = await context.params;
    const actor = await requireApiMember(request, shop);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const parts = await readExport(actor, parseInput(OneExport, { ...query, exportId }));
    return new Response(streamOf(parts), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="contacts.csv"',
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
}
