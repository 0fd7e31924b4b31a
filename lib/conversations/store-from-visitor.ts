import type { Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import type { LockedConversation } from "./access";
import { appendMessage, type StoredMessage } from "./append-message";
import { afterArrival, beforeArrival } from "./arrival";
import { messageStored } from "./events";

type Written = Pick<StoredMessage, "body"> & Partial<Pick<StoredMessage, "clientKey" | "payload" | "replyTo">>;
type File = Omit<typeof attachments.$inferInsert, "messageId">;

/** Adds what a shopper sent in the web chat to her locked conversation, which opens again and waits for an answer unless it is spam. */
export async function storeFromVisitor(tx: Tx, found: LockedConversation, written: Written, file?: File) {
  const conversation = await beforeArrival(tx, found);
  const { shopId, id: conversationId, lastSeq } = conversation;
  const stored = await appendMessage(
    tx,
    conversation,
    { ...written, author: "contact", delivery: "received" },
    async (at) => ({
      ...(await afterArrival(tx, conversation, {
        unread: conversation.unread + 1,
        waitingSince: conversation.waitingSince ?? at,
      })),
      lastContactAt: at,
      contactReadSeq: lastSeq + 1,
      contactDeliveredSeq: lastSeq + 1,
    }),
  );
  const { id: messageId } = stored.message;
  if (file) await tx.insert(attachments).values({ ...file, messageId });
  await messageStored.record(tx, shopId, { conversationId, messageId });
  return stored;
}
