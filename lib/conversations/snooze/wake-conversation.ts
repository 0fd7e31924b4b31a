import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import { changeConversation } from "../access";
import { appendEvent } from "../append-message";
import { conversationChanged } from "../events";

/**
 * Brings back a conversation whose time has come. It does nothing for one that woke earlier, was put away for longer
 * meanwhile, or is gone.
 */
export async function wakeConversation(shopId: string, conversationId: string): Promise<void> {
  await inShop(shopId, async (tx) => {
    const [conversation] = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)))
      .for("update");
    if (!conversation?.snoozedUntil || conversation.snoozedUntil > now()) return;
    const changed = await changeConversation(tx, conversation, { status: "open", snoozedUntil: null });
    await appendEvent(tx, changed, { type: "woken", byMemberId: null, byName: null });
    await conversationChanged.record(tx, shopId, { conversationId });
  });
}
