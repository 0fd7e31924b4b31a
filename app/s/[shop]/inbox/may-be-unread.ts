import type { ConversationRow } from "#lib/conversations/view-conversation";

/** Whether a conversation can be marked as unread: she wrote, and it is neither closed nor spam. */
export function mayBeUnread({ status, lastContactAt }: ConversationRow): boolean {
  return lastContactAt !== null && (status === "open" || status === "snoozed");
}
