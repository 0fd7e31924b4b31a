import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { lockMessage } from "./held-message";
import type { OwnMessage } from "./own-message";

/** A message locked for its author, with what decides whether she may change it. Absent and another shop's are refused alike. */
export async function lockOwnMessage(tx: Tx, shopId: string, messageId: string) {
  const held = await lockMessage(tx, shopId, messageId);
  const { channelId, unsentAt } = held.message;
  const [channel] = await tx
    .select({ kind: channels.kind })
    .from(channels)
    .where(and(eq(channels.shopId, shopId), eq(channels.id, channelId)));
  if (!channel) throw new Error("a message without its channel");
  const judged: OwnMessage = { ...held.message, channel: channel.kind, unsent: unsentAt !== null };
  return { held, judged };
}
