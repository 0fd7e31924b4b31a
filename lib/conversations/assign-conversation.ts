import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import { changeConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { conversationChanged } from "./events";
import type { AssignConversation } from "./input";
import { type ConversationRow, readRow } from "./view-conversation";

/** Gives a conversation to a living member of the shop, or to nobody. */
export async function assignConversation(actor: MemberActor, input: AssignConversation): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    if (conversation.assigneeId !== input.memberId) {
      const holder = input.memberId ? await lockMember(tx, actor, input.memberId, "share") : null;
      const changed = await changeConversation(tx, conversation, { assigneeId: input.memberId });
      await appendEvent(tx, changed, {
        type: "assigned",
        byMemberId: actor.memberId,
        byName: actor.name,
        toMemberId: input.memberId,
        toName: holder?.name ?? null,
      });
      await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
    }
    return found(await readRow(tx, actor.shopId, conversation.id));
  });
}

/**
 * Gives back to Unassigned what a removed member still holds, closed conversations too, which may open again. Run
 * twice it does nothing the second time.
 */
export async function releaseConversations(shopId: string, payload: { memberId: string }): Promise<void> {
  await inShop(shopId, async (tx) => {
    const held = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), eq(conversations.assigneeId, payload.memberId)))
      .orderBy(conversations.id)
      .for("update");
    for (const conversation of held) {
      await changeConversation(tx, conversation, { assigneeId: null });
      await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
    }
  });
}
