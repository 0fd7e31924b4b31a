import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import type { LockedConversation } from "./access";

type Where = Pick<LockedConversation, "shopId" | "id" | "channelId">;

/** Queues a sign that is no message for the platform of the conversation's channel, where there is one. */
export async function tellPlatform(
  tx: Tx,
  { shopId, id: conversationId, channelId }: Where,
  action: "mark_seen" | "typing_on",
): Promise<void> {
  const [channel] = await tx
    .select({ kind: channels.kind })
    .from(channels)
    .where(and(eq(channels.shopId, shopId), eq(channels.id, channelId)));
  if (channel?.kind !== "messenger") return;
  const told = { shopId, conversationId, action, at: now().toISOString() };
  await addJob(tx, "tellMessenger", told, { key: `${action}:${conversationId}`, maxAttempts: 2 });
}
