import type { Tx } from "#db/in-shop";
import type { ThreadEvent } from "#db/schema/conversations";
import type { SendKind } from "#lib/contacts/send-facts";
import type { LockedConversation } from "./access";
import { appendMessage } from "./append-message";
import { checkSend } from "./check-send";
import { messageQueued, messageStored } from "./events";

type Saying = {
  message: Extract<SendKind, "stop_confirmation" | "permission_link">;
  event: ThreadEvent;
  /** Asked only where the rule lets it go. */
  words: () => Promise<string>;
};

/** Queues what the shop's side says to her without anybody writing it, where the rule lets it go. It moves nothing up in the list. */
export async function sayByItself(
  tx: Tx,
  conversation: LockedConversation,
  { message, event, words }: Saying,
): Promise<void> {
  const { shopId, id: conversationId } = conversation;
  const decision = await checkSend(tx, conversation, { message, author: "automation" });
  if (!decision.allowed) return;
  const { message: stored } = await appendMessage(
    tx,
    conversation,
    {
      kind: "event",
      author: "system",
      delivery: "queued",
      event,
      body: await words(),
      decision: decision.record,
    },
    { lastMessageAt: conversation.lastMessageAt },
  );
  const ids = { conversationId, messageId: stored.id };
  await messageQueued.record(tx, shopId, ids);
  await messageStored.record(tx, shopId, ids);
}
