import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { type LockedConversation, lockConversation } from "./access";
import type { StoredMessage } from "./append-message";
import { blanked, storeReaction } from "./change-message";
import { takeEarly } from "./early-changes";
import { changeHeld } from "./held-message";
import { moveMarks } from "./platform-marks";
import { latestSeq } from "./written-order";

type Held = { message: StoredMessage; conversation: LockedConversation };

/**
 * Settles a message of ours as sent: the platform says under which id, and when by its own clock. What happened to it
 * before that was known is applied now. Told twice it changes nothing.
 */
export async function settleSent(
  tx: Tx,
  { message, conversation }: Held,
  { externalId, at }: { externalId: string; at: Date },
): Promise<void> {
  const settled = message.delivery === "sent" && message.externalId === externalId;
  if (settled && message.createdAt.getTime() === at.getTime()) return;
  const { shopId, channelId } = message;
  const early = await takeEarly(tx, { shopId, channelId, externalId });
  const words = early.unsentAt
    ? blanked(early.unsentAt)
    : early.edit && { body: early.edit.body, editedAt: early.edit.at };
  if (early.reaction) await storeReaction(tx, message, early.reaction);
  await tx
    .update(messages)
    .set({ createdAt: at })
    .where(and(eq(messages.shopId, shopId), eq(messages.id, message.id)));
  const sent = { delivery: "sent" as const, problem: null, externalId, createdAt: at, ...words };
  await changeHeld(tx, { message, conversation }, sent, {
    latestSeq: await latestSeq(tx, conversation),
    lastMessageAt: conversation.lastMessageAt > at ? conversation.lastMessageAt : at,
  });
  await moveMarks(tx, await lockConversation(tx, shopId, conversation.id));
}
