import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { messageQueued } from "#lib/conversations/events";

/** Queues anew the sending of every message that waits on a channel, each conversation in its order. */
export async function resumeSending(tx: Tx, shopId: string, channelId: string): Promise<void> {
  const waiting = await tx
    .select({ conversationId: messages.conversationId, messageId: messages.id })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(and(eq(messages.shopId, shopId), eq(messages.delivery, "queued"), eq(conversations.channelId, channelId)))
    .orderBy(asc(messages.conversationId), asc(messages.seq));
  for (const ids of waiting) await messageQueued.record(tx, shopId, ids);
}
