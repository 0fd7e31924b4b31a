import { inShop } from "#db/in-shop";
import { PRIORITIES } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { conversationChanged } from "./events";
import type { SetPriority } from "./input";
import { type ConversationRow, readRow } from "./view-conversation";

/** Says how much a conversation matters. */
export async function setPriority(actor: MemberActor, input: SetPriority): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    const priority = PRIORITIES.indexOf(input.priority);
    if (conversation.priority !== priority) {
      const changed = await changeConversation(tx, conversation, { priority });
      const by = { byMemberId: actor.memberId, byName: actor.name };
      await appendEvent(tx, changed, { type: "prioritised", ...by, priority: input.priority });
      await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
    }
    return found(await readRow(tx, actor.shopId, conversation.id));
  });
}
