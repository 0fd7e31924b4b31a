import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { changeConversation, lockConversation } from "./access";
import { checkSend } from "./check-send";
import { messageStored } from "./events";

/**
 * Sends a queued web-chat message: asks the permission rule again, then makes it visible to the shopper, or marks it
 * failed when a permission was taken back meanwhile. Run twice it does nothing the second time.
 */
export async function deliverMessage(
  shopId: string,
  ids: { conversationId: string; messageId: string },
): Promise<void> {
  await inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, ids.conversationId);
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.shopId, shopId), eq(messages.id, ids.messageId)));
    if (message?.delivery !== "queued") return;
    const decision = await checkSend(tx, conversation, {
      message: message.kind === "receipt" ? "receipt" : "answer",
      author: message.memberId ? "member" : "automation",
      unanswered: await answersContact(tx, message),
    });
    await tx
      .update(messages)
      .set({ delivery: decision.allowed ? "sent" : "failed", version: sql`${messages.version} + 1` })
      .where(and(eq(messages.shopId, shopId), eq(messages.id, message.id)));
    await changeConversation(tx, conversation, {});
    await messageStored.record(tx, shopId, ids);
  });
}

async function answersContact(tx: Tx, message: typeof messages.$inferSelect): Promise<boolean> {
  const [previous] = await tx
    .select({ author: messages.author })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, message.shopId),
        eq(messages.conversationId, message.conversationId),
        lt(messages.seq, message.seq),
        ne(messages.kind, "event"),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return previous?.author === "contact";
}
