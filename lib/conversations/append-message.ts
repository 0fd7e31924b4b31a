import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages, type ThreadEvent } from "#db/schema/conversations";
import { changeConversation, type LockedConversation } from "./access";
import { messageStored } from "./events";
import { later, latestSeq } from "./written-order";

export type StoredMessage = typeof messages.$inferSelect;
type NewMessage = Pick<typeof messages.$inferInsert, "author" | "delivery"> &
  Partial<Omit<typeof messages.$inferInsert, "seq">>;

type Change = Parameters<typeof changeConversation>[2];

/**
 * Adds a message to a locked conversation under its next number and changes the conversation with it. The numbers of
 * a conversation have no gap, because only the holder of the lock gives them. Without a `createdAt` it is written now,
 * by the database's clock, and never before what the thread shows already, whatever clock told when that was; a change
 * that needs that instant gets it, so that one clock alone says what came first.
 */
export async function appendMessage(
  tx: Tx,
  conversation: LockedConversation,
  message: NewMessage,
  change: Change | ((writtenAt: Date) => Promise<Change>) = {},
): Promise<{ message: StoredMessage; conversation: LockedConversation }> {
  const seq = conversation.lastSeq + 1;
  const shownAt = conversation.lastMessageAt.toISOString();
  const [stored] = await tx
    .insert(messages)
    .values({
      ...message,
      shopId: conversation.shopId,
      conversationId: conversation.id,
      channelId: conversation.channelId,
      seq,
      createdAt: message.createdAt ?? sql`greatest(clock_timestamp(), ${shownAt}::timestamptz)`,
    })
    .returning();
  if (!stored) throw new Error("insert returned no row");
  const changed = await changeConversation(tx, conversation, {
    lastSeq: seq,
    latestSeq: message.createdAt ? await latestSeq(tx, { ...conversation, lastSeq: seq }) : seq,
    lastMessageAt:
      conversation.latestSeq === 0 ? stored.createdAt : later(conversation.lastMessageAt, stored.createdAt),
    ...(typeof change === "function" ? await change(stored.createdAt) : change),
  });
  return { message: stored, conversation: changed };
}

/**
 * Writes into the thread what happened there without anybody writing; it moves nothing up in the list. `told` is when a
 * platform says it happened, and under which id it told so.
 */
export async function appendEvent(
  tx: Tx,
  conversation: LockedConversation,
  event: ThreadEvent,
  told: { createdAt?: Date; externalId?: string } = {},
): Promise<LockedConversation> {
  const { message, conversation: changed } = await appendMessage(
    tx,
    conversation,
    { ...told, kind: "event", author: "system", delivery: "received", event },
    { lastMessageAt: conversation.lastMessageAt },
  );
  await messageStored.record(tx, conversation.shopId, { conversationId: conversation.id, messageId: message.id });
  return changed;
}

/** The message that this sender stored before under the same key, if any. */
export async function findByClientKey(
  tx: Tx,
  conversation: LockedConversation,
  clientKey: string,
): Promise<StoredMessage | null> {
  const [already] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.shopId, conversation.shopId),
        eq(messages.conversationId, conversation.id),
        eq(messages.clientKey, clientKey),
      ),
    );
  return already ?? null;
}

/** Reads the stored message back as members see it. Throws when it is not there. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("a row written in this transaction is missing");
  return value;
}
