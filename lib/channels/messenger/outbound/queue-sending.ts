import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";

/** Queues the sending of what waits in a conversation; one job waits for each, now or at `runAt`. */
export async function queueSending(tx: Tx, shopId: string, conversationId: string, runAt?: Date): Promise<void> {
  const key = `sendQueued:${conversationId}`;
  await addJob(tx, "sendQueued", { shopId, conversationId }, { key, ...(runAt ? { runAt } : {}) });
}

/** A message waits to be sent: when its conversation is in Messenger, queues the sending of what waits there. */
export async function sendByMessenger(shopId: string, { conversationId }: { conversationId: string }): Promise<void> {
  await inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ channel: channels.kind })
      .from(conversations)
      .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
      .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
    if (!found) throw notFound("conversation");
    if (found.channel === "messenger") await queueSending(tx, shopId, conversationId);
  });
}
