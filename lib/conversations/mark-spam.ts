import { inShop, type Tx } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { atRest, beforeRest } from "./close-conversation";
import { conversationChanged } from "./events";
import type { OneConversation } from "./input";
import { tellRoom } from "./teams/tell-room";
import { type ConversationRow, readRow } from "./view-conversation";

/** Moves a locked conversation to Spam, saying in the thread why. */
export async function moveToSpam(
  tx: Tx,
  by: Pick<MemberActor, "memberId" | "name">,
  conversation: LockedConversation,
  type: "spam" | "blocked" = "spam",
): Promise<void> {
  if (conversation.status === "spam") return;
  const changed = await changeConversation(tx, conversation, { status: "spam", ...atRest(conversation) });
  await appendEvent(tx, changed, { type, byMemberId: by.memberId, byName: by.name, before: beforeRest(conversation) });
  await tellRoom(tx, conversation);
  await conversationChanged.record(tx, conversation.shopId, { conversationId: conversation.id });
}

/** Moves a conversation to Spam, where it stays whatever is written in it until somebody opens it again. */
export async function markSpam(actor: MemberActor, input: OneConversation): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    await moveToSpam(tx, actor, await lockConversation(tx, actor.shopId, input.conversationId));
    return found(await readRow(tx, actor.shopId, input.conversationId));
  });
}
