import { and, eq, isNull, or } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { lockConversation } from "#lib/conversations/access";
import { settleSent } from "#lib/conversations/settle-sent";
import { learnPsid } from "../learn-psid";

type Echo = { shopId: string; channelId: string; mid: string; metadata: string | null; psid: string; at: Date };

/**
 * Settles the message of ours that an echo is of: by the platform's id, else by the metadata it was sent with. False when
 * none is. An echo of the first message after Login Connect brings the person's PSID with it.
 */
export async function settleOwnEcho(tx: Tx, echo: Echo): Promise<boolean> {
  const { shopId, channelId, mid, psid, at } = echo;
  const marked = z.uuid().safeParse(echo.metadata);
  const ours = and(
    eq(messages.shopId, shopId),
    eq(messages.channelId, channelId),
    or(
      eq(messages.externalId, mid),
      marked.success ? and(eq(messages.id, marked.data), isNull(messages.externalId)) : undefined,
    ),
  );
  const [place] = await tx.select({ conversationId: messages.conversationId }).from(messages).where(ours);
  if (!place) return false;
  await learnPsid(tx, shopId, place.conversationId, psid);
  const conversation = await lockConversation(tx, shopId, place.conversationId);
  const [message] = await tx.select().from(messages).where(ours);
  if (!message) return false;
  await settleSent(tx, { message, conversation }, { externalId: mid, at });
  return true;
}
