import { inShop } from "#db/in-shop";
import type { Format } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { firstName } from "#lib/shops/actor";
import { hasReached } from "../reached";
import { readMessages } from "../read-messages";
import type { MessageView } from "../view-message";

/** Who reads it. A shopper sees what reached her or came from her; a member may see the notes too. */
export type Reader = { kind: "shopper" } | { kind: "member"; notes: boolean; contactName: string };

/** One entry of a transcript, in words. */
export type Said = { id: string; at: string; who: string; text: string; isNote: boolean };

type Of = { shopId: string; conversationId: string; reader: Reader; locale: Locale; format: Format };

/** What was said in a conversation, the oldest first, read page by page. */
export async function* saidIn({ shopId, conversationId, reader, locale, format }: Of): AsyncGenerator<Said> {
  const notes = reader.kind === "member" && reader.notes;
  for (let after = 0; ; ) {
    const page = await inShop(shopId, (tx) => readMessages(tx, shopId, conversationId, { after }));
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
    for (const message of page) {
      const isNote = message.kind === "note";
      if (!(isNote ? notes : hasReached(message))) continue;
      const text = wordsOf(message, locale, format);
      yield { id: message.id, at: message.createdAt, who: authorOf(message, reader, locale), text, isNote };
    }
  }
}

function authorOf({ author, authorName }: MessageView, reader: Reader, locale: Locale): string {
  const { inbox, myPlace } = messagesFor(locale);
  if (author === "contact") return reader.kind === "shopper" ? myPlace.me : reader.contactName || inbox.visitor;
  if (!authorName) return inbox.automatic;
  return reader.kind === "shopper" ? firstName(authorName) : authorName;
}

function wordsOf(message: MessageView, locale: Locale, format: Format): string {
  const { inboxMessenger, receipts } = messagesFor(locale);
  if (message.unsent) return inboxMessenger.takenBack;
  const { receipt, attachments, kind, payload } = message;
  const body = payload?.locations ? inboxMessenger.location(message.body) : message.body;
  const files = attachments.map(({ kind: part, fileName }) =>
    fileName ? inboxMessenger.named(inboxMessenger.parts[part], fileName) : inboxMessenger.parts[part],
  );
  const card = receipt && [
    receipts.title(receipt.number),
    format.money(receipt.total, receipt.currency),
    receipts.status[receipt.status],
  ];
  const lines = [body, ...(card ? [card.join(", ")] : []), ...files].filter((line) => line.trim() !== "");
  return lines.join("\n") || (kind === "template" ? inboxMessenger.card : "");
}
