import { streamOf } from "#lib/http/stream-of";
import type { Locale } from "#lib/i18n/locales";
import type { Login, Subject } from "./records";
import { writeJson } from "./write-json";
import { writePage } from "./write-page";

type ExportForm = "json" | "html";

/**
 * The answer that hands an export over as a file, written while it is read; with `login` to whoever takes what is her own.
 * No cache keeps it.
 */
export function exportResponse(
  subjects: readonly Subject[],
  form: ExportForm,
  locale: Locale,
  login: Login | null = null,
): Response {
  const parts = form === "json" ? writeJson(subjects, login) : writePage(subjects, locale, login);
  return new Response(streamOf(encoded(parts)), {
    headers: {
      "content-type": form === "json" ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="comptoir-data.${form}"`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

async function* encoded(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
