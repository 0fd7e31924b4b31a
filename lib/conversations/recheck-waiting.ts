import { and, asc, eq, inArray } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { lockConversation } from "./access";
import { askAgain } from "./ask-again";
import { refuseWaiting } from "./put-off";

const WAITING = ["queued", "scheduled"] as const;

/**
 * Something changed of what a contact allows: what waits for her, queued or scheduled, is decided again at once, and
 * what is no longer allowed will not go. It only ever stops messages. Source: reference consent.md §2.
 */
export async function recheckWaiting(shopId: string, { contactId }: { contactId: string }): Promise<void> {
  const threads = await inShop(shopId, (tx) => threadsWithWaiting(tx, shopId, contactId));
  for (const conversationId of threads)
    await inShop(shopId, async (tx) => {
      const conversation = await lockConversation(tx, shopId, conversationId);
      const waiting = await tx
        .select()
        .from(messages)
        .where(
          and(
            eq(messages.shopId, shopId),
            eq(messages.conversationId, conversationId),
            inArray(messages.delivery, WAITING),
          ),
        )
        .orderBy(asc(messages.seq));
      for (const message of waiting) {
        const decision = await askAgain(tx, conversation, message);
        if (!decision.allowed && decision.later === null)
          await refuseWaiting(tx, { message, conversation }, decision.record);
      }
    });
}

async function threadsWithWaiting(tx: Tx, shopId: string, contactId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: conversations.id })
    .from(conversations)
    .innerJoin(messages, and(eq(messages.shopId, conversations.shopId), eq(messages.conversationId, conversations.id)))
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.contactId, contactId),
        inArray(messages.delivery, WAITING),
      ),
    );
  return rows.map(({ id }) => id);
}
