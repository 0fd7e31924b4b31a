import { now } from "#lib/core/clock";
import { escapeHtml } from "#lib/core/escape-html";
import { partAddress } from "#lib/http/part-address";
import { streamOf } from "#lib/http/stream-of";
import { formatIn } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { type Reader, type Said, saidIn } from "./said-in";

export type Transcript = {
  shopId: string;
  shopName: string;
  conversationId: string;
  /** With whom, as its reader says it. */
  withWhom: string;
  reader: Reader;
  locale: Locale;
  /** IANA */
  zone: string;
};

/** A conversation as plain text, or as a page that prints well; written while it is read. No cache keeps it. */
export function transcriptResponse(transcript: Transcript, as: "text" | "html"): Response {
  const day = now().toISOString().slice(0, 10);
  const parts = as === "text" ? writeText(transcript) : writePage(transcript);
  return new Response(streamOf(encoded(parts)), {
    headers: {
      "content-type": as === "text" ? "text/plain; charset=utf-8" : "text/html; charset=utf-8",
      "content-disposition": as === "text" ? `attachment; filename="conversation-${day}.txt"` : "inline",
      "content-security-policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

async function* encoded(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}

function headOf({ locale, zone, withWhom }: Transcript) {
  const words = messagesFor(locale).transcript;
  const format = formatIn(locale, zone);
  return { words, format, title: words.title(withWhom), lead: words.lead(format.instant(now()), zone) };
}

const nameOf = ({ who, isNote }: Said, note: string) => (isNote ? `${who} (${note})` : who);

async function* writeText(transcript: Transcript): AsyncGenerator<string> {
  const { words, format, title, lead } = headOf(transcript);
  yield `${transcript.shopName}\n${title}\n${lead}\n`;
  for await (const said of saidIn({ ...transcript, format }))
    yield `\n${format.instant(said.at)} · ${nameOf(said, words.note)}\n${said.text}\n`;
}

async function* writePage(transcript: Transcript): AsyncGenerator<string> {
  const { words, format, title, lead } = headOf(transcript);
  const { locale, shopName } = transcript;
  yield `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
  yield `<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="${partAddress("transcript.css")}"></head>`;
  yield `<body><main><p>${escapeHtml(shopName)}</p><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(lead)}</p>`;
  for await (const said of saidIn({ ...transcript, format })) {
    const name = escapeHtml(nameOf(said, words.note));
    const at = `<time datetime="${said.at}">${escapeHtml(format.instant(said.at))}</time>`;
    yield `<article${said.isNote ? ' class="note"' : ""}><h2><bdi>${name}</bdi> ${at}</h2><p dir="auto">${escapeHtml(said.text)}</p></article>`;
  }
  yield "</main></body></html>\n";
}
