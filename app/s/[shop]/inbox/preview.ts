import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { Format } from "#lib/i18n/format";
import type { PageMessages } from "#lib/i18n/messages";
import { firstNameOf } from "../use-name";
import { wordsOfEvent } from "./event-words";

/** What a message says in one line; where it has no words, what it is. */
function wordsOf({ inbox, inboxMessenger }: PageMessages, last: NonNullable<ConversationRow["lastMessage"]>): string {
  if (last.unsent) return inboxMessenger.takenBack;
  if (last.kind === "receipt") return inbox.receiptPreview;
  const words = last.preview.replace(/\s+/gu, " ").trim();
  if (words) return last.location ? inboxMessenger.location(words) : words;
  if (last.attachment) return inboxMessenger[last.author === "contact" ? "sent" : "parts"][last.attachment];
  return last.kind === "template" ? inboxMessenger.card : inboxMessenger.noWords;
}

/** The last message of a conversation in one line, as its list row says it. */
export function previewOf(
  messages: PageMessages,
  format: Format,
  row: ConversationRow,
  memberName: string,
  contactName: string,
): string {
  const { inbox } = messages;
  const last = row.lastMessage;
  if (!last) return "";
  if (last.kind === "event") {
    const { text, who, to, what } = wordsOfEvent(messages, format, last.event, contactName);
    return text.replaceAll("<who/>", who).replaceAll("<to/>", to).replaceAll("<what/>", what);
  }
  const words = last.kind === "note" ? inbox.notes.preview(wordsOf(messages, last)) : wordsOf(messages, last);
  if (last.author !== "member" || !last.authorName) return words;
  return last.authorName === memberName ? inbox.you(words) : inbox.member(firstNameOf(last.authorName), words);
}
