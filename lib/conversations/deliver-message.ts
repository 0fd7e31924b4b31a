import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import { changeConversation, lockConversation } from "./access";
import { askAgain } from "./ask-again";
import { messageStored } from "./events";

/**
 * Sends a queued web-chat message: asks the permission rule again, then makes it visible to the shopper, or marks it
 * failed when a permission was taken back meanwhile. Run twice it does nothing the second time; what belongs to
 * another channel it leaves to that channel.
 */
export async function deliverMessage(
  shopId: string,
  ids: { conversationId: string; messageId: string },
): Promise<void> {
  await inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, ids.conversationId);
    const [found] = await tx
      .select({ message: messages, channel: channels.kind })
      .from(messages)
      .innerJoin(channels, and(eq(channels.shopId, messages.shopId), eq(channels.id, messages.channelId)))
      .where(and(eq(messages.shopId, shopId), eq(messages.id, ids.messageId)));
    if (found?.message.delivery !== "queued" || found.channel !== "web_chat") return;
    const decision = await askAgain(tx, conversation, found.message);
    await tx
      .update(messages)
      .set({ delivery: decision.allowed ? "sent" : "failed", version: sql`${messages.version} + 1` })
      .where(and(eq(messages.shopId, shopId), eq(messages.id, ids.messageId)));
    await changeConversation(tx, conversation, {});
    await messageStored.record(tx, shopId, ids);
  });
}
