import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import { lockConversation } from "./access";
import { askAgain } from "./ask-again";
import { changeHeld } from "./held-message";
import { putOff, refuseWaiting } from "./put-off";

/**
 * Sends a queued web-chat message: asks the permission rule again, then makes it visible to the shopper, puts it off to
 * when it may go, or marks it failed when a permission was taken back meanwhile. Run twice it does nothing the second
 * time; what belongs to another channel it leaves to that channel.
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
    const waiting = { message: found.message, conversation };
    const decision = await askAgain(tx, conversation, found.message);
    if (decision.allowed) await changeHeld(tx, waiting, { delivery: "sent", decision: decision.record });
    else if (decision.later) await putOff(tx, waiting, decision.later, decision.record);
    else await refuseWaiting(tx, waiting, decision.record);
  });
}
