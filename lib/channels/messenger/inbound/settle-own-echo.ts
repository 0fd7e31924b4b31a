import { and, eq, or } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { lockConversation } from "#lib/conversations/access";
import { lockHeld } from "#lib/conversations/held-message";
import { settleSent } from "#lib/conversations/settle-sent";
import { learnPsid } from "../learn-psid";

type Echo = { shopId: string; channelId: string; mid: string; metadata: string | null; psid: string; at: Date };

/** Settles the message of ours that an echo is of: by its id, else by the metadata it was sent with. False when none is. */
export async function settleOwnEcho(tx: Tx, echo: Echo): Promise<boolean> {
  const { shopId, channelId, mid } = echo;
  await learnFromEcho(tx, echo);
  const held = (await lockHeld(tx, { shopId, channelId, externalId: mid })) ?? (await findByMetadata(tx, echo));
  if (!held) return false;
  await settleSent(tx, held, { externalId: mid, at: echo.at });
  return true;
}

/** The echo of a message to a login names her PSID. */
async function learnFromEcho(tx: Tx, { shopId, channelId, mid, metadata, psid }: Echo): Promise<void> {
  const id = z.uuid().safeParse(metadata);
  const ours = or(eq(messages.externalId, mid), id.success ? eq(messages.id, id.data) : undefined);
  const [found] = await tx
    .select({ conversationId: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.channelId, channelId), ours))
    .limit(1);
  if (found) await learnPsid(tx, shopId, found.conversationId, psid);
}

async function findByMetadata(tx: Tx, { shopId, channelId, metadata }: Echo) {
  const id = z.uuid().safeParse(metadata);
  if (!id.success) return null;
  const where = and(eq(messages.shopId, shopId), eq(messages.channelId, channelId), eq(messages.id, id.data));
  const [place] = await tx.select({ conversationId: messages.conversationId }).from(messages).where(where);
  if (!place) return null;
  const conversation = await lockConversation(tx, shopId, place.conversationId);
  const [message] = await tx.select().from(messages).where(where);
  return message && !message.externalId ? { message, conversation } : null;
}
