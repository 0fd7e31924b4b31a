import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { Messages } from "#lib/i18n/messages";
import { firstNameOf } from "../use-name";
import { wordsOfEvent } from "./event-words";

/** The last message of a conversation in one line, as its list row says it. */
export function previewOf(messages: Messages, row: ConversationRow, memberName: string, contactName: string): string {
  const { inbox } = messages;
  const last = row.lastMessage;
  if (!last) return "";
  if (last.kind === "event") {
    const { text, who, to, what } = wordsOfEvent(messages, last.event, contactName);
    return text.replaceAll("<who/>", who).replaceAll("<to/>", to).replaceAll("<what/>", what);
  }
  const words = last.kind === "receipt" ? inbox.receiptPreview : last.preview.replace(/\s+/gu, " ");
  if (last.author !== "member") return words;
  return last.authorName === memberName ? inbox.you(words) : inbox.member(firstNameOf(last.authorName ?? ""), words);
}
