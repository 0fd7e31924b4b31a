import { answer, requireApiMember } from "#lib/http/api-route";
import { readCookie } from "#lib/http/cookies";
import { parseInput } from "#lib/http/outcome";
import { streamOf } from "#lib/http/stream-of";
import { LOCALE_COOKIE, negotiateLocale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { OneImport } from "#lib/imports/control-import";
import { readRefused } from "#lib/imports/load-import";
import { refusalWords } from "#lib/imports/refusal-words";
import { recordingDenials } from "#lib/shops/record-act";

type Context = { params: Promise<{ shop: string; import: string }> };

/** The lines of an import that were not taken, each with its reason in the asker's language, while the file is kept. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const { shop, import: importId } = await context.params;
    const actor = await requireApiMember(request, shop);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const input = parseInput(OneImport, { ...query, importId });
    const locale = negotiateLocale(request.headers.get("accept-language"), readCookie(request, LOCALE_COOKIE));
    const { importing } = messagesFor(locale);
    const parts = await recordingDenials(actor, () =>
      readRefused(actor, input, importing.refusedColumns, (line) => refusalWords(importing, line)),
    );
    return new Response(streamOf(parts), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="not-imported.csv"',
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
}
