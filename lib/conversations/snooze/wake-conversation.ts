import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { changeConversation, findLocked } from "../access";
import { appendEvent } from "../append-message";
import { conversationChanged } from "../events";
import { comeBack } from "../teams/come-back";
import { queueWaking } from "./snooze-conversation";

/**
 * Brings back a conversation whose time has come, to whoever is there. It does nothing for one that woke earlier or is gone; one whose time
 * is still to come, because it was put away for longer or the queue's clock is ahead of ours, waits for it again.
 */
export async function wakeConversation(shopId: string, conversationId: string): Promise<void> {
  await inShop(shopId, async (tx) => {
    const conversation = await findLocked(tx, shopId, conversationId);
    if (!conversation?.snoozedUntil) return;
    if (conversation.snoozedUntil > now()) return queueWaking(tx, conversation, conversation.snoozedUntil);
    const back = await comeBack(tx, conversation);
    const changed = await changeConversation(tx, back, { status: "open", snoozedUntil: null });
    await appendEvent(tx, changed, { type: "woken", byMemberId: null, byName: null });
    await conversationChanged.record(tx, shopId, { conversationId });
  });
}
