import { inShop } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { conversationChanged } from "./events";
import type { OneConversation } from "./input";
import { type ConversationRow, readRow } from "./view-conversation";

async function setStatus(
  actor: MemberActor,
  conversationId: string,
  status: "open" | "closed",
): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, conversationId);
    if (conversation.status !== status) {
      const change =
        status === "closed"
          ? { status, unread: 0, waitingSince: null, memberReadSeq: conversation.lastSeq }
          : { status };
      const changed = await changeConversation(tx, conversation, change);
      const type = status === "closed" ? "closed" : "reopened";
      await appendEvent(tx, changed, { type, byMemberId: actor.memberId, byName: actor.name });
      await conversationChanged.record(tx, actor.shopId, { conversationId });
    }
    return found(await readRow(tx, actor.shopId, conversationId));
  });
}

/** Closes a conversation: nobody waits in it any more. The shopper's next message opens it again. */
export async function closeConversation(actor: MemberActor, input: OneConversation): Promise<ConversationRow> {
  return setStatus(actor, input.conversationId, "closed");
}

/** Opens a closed conversation again. */
export async function reopenConversation(actor: MemberActor, input: OneConversation): Promise<ConversationRow> {
  return setStatus(actor, input.conversationId, "open");
}
