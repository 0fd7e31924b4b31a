import { inShop, type Tx } from "#db/in-shop";
import { PRIORITIES } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { conversationChanged } from "./events";
import type { SetPriority } from "./input";
import { type ConversationRow, readRow } from "./view-conversation";

/** Says how much a locked conversation matters. */
export async function prioritise(
  tx: Tx,
  by: Pick<MemberActor, "memberId" | "name">,
  conversation: LockedConversation,
  to: SetPriority["priority"],
): Promise<void> {
  const priority = PRIORITIES.indexOf(to);
  if (conversation.priority === priority) return;
  const changed = await changeConversation(tx, conversation, { priority });
  const who = { byMemberId: by.memberId, byName: by.name };
  await appendEvent(tx, changed, { type: "prioritised", ...who, priority: to });
  await conversationChanged.record(tx, conversation.shopId, { conversationId: conversation.id });
}

/** Says how much a conversation matters. */
export async function setPriority(actor: MemberActor, input: SetPriority): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    await prioritise(tx, actor, conversation, input.priority);
    return found(await readRow(tx, actor.shopId, conversation.id));
  });
}
