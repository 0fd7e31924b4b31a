import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import type { StoredMessage } from "./append-message";
import { messageStored } from "./events";

/** A message by the id its platform gave it. */
export type ByPlatform = { shopId: string; channelId: string; externalId: string };

/** A message with its conversation, which is locked. */
export type Held = { message: StoredMessage; conversation: LockedConversation };

/** A message by its id, with its conversation locked. Absent and another shop's are refused alike. */
export async function lockMessage(tx: Tx, shopId: string, messageId: string): Promise<Held> {
  const held = await lockWhere(tx, shopId, and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
  if (!held) throw notFound("message");
  return held;
}

/** A message the shop holds, with its conversation locked; null when it has not come. */
export async function lockHeld(tx: Tx, { shopId, channelId, externalId }: ByPlatform): Promise<Held | null> {
  const here = and(eq(messages.shopId, shopId), eq(messages.channelId, channelId));
  return lockWhere(tx, shopId, and(here, eq(messages.externalId, externalId)));
}

/** Only the conversation's lock keeps its messages as they are, so the message is read once that is held. */
async function lockWhere(tx: Tx, shopId: string, where: SQL | undefined): Promise<Held | null> {
  const [place] = await tx.select({ conversationId: messages.conversationId }).from(messages).where(where);
  if (!place) return null;
  const conversation = await lockConversation(tx, shopId, place.conversationId);
  const [message] = await tx.select().from(messages).where(where);
  return message ? { message, conversation } : null;
}

/** Who wrote the message that the shop holds under this id; null when it holds none. */
export async function heldAuthor(
  tx: Tx,
  { shopId, channelId, externalId }: ByPlatform,
): Promise<StoredMessage["author"] | null> {
  const where = and(
    eq(messages.shopId, shopId),
    eq(messages.channelId, channelId),
    eq(messages.externalId, externalId),
  );
  const [found] = await tx.select({ author: messages.author }).from(messages).where(where);
  return found?.author ?? null;
}

/** Whether the shop holds this message. */
export async function isHeld(tx: Tx, message: ByPlatform): Promise<boolean> {
  return (await heldAuthor(tx, message)) !== null;
}

/** Changes a held message and what its conversation says of it, and tells every screen. */
export async function changeHeld(
  tx: Tx,
  { message, conversation }: Held,
  set: Partial<Omit<StoredMessage, "id" | "shopId" | "version">>,
  thread: Parameters<typeof changeConversation>[2] = {},
): Promise<void> {
  await tx
    .update(messages)
    .set({ ...set, version: sql`${messages.version} + 1` })
    .where(and(eq(messages.shopId, message.shopId), eq(messages.id, message.id)));
  await changeConversation(tx, conversation, thread);
  await messageStored.record(tx, message.shopId, { conversationId: conversation.id, messageId: message.id });
}
