import { and, count, eq, gt } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import type { MemberActor, VisitorActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { conversationChanged } from "./events";
import type { MarkRead, MarkSeen } from "./input";
import { lockLatest } from "./open-conversation";
import { tellPlatform } from "./tell-platform";

/** Notes how far the shop has read. The mark only moves forward, and never past the last message. */
export async function markRead(actor: MemberActor, input: MarkRead): Promise<{ memberReadSeq: number }> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    const memberReadSeq = Math.min(input.seq, conversation.lastSeq);
    if (memberReadSeq <= conversation.memberReadSeq) return { memberReadSeq: conversation.memberReadSeq };
    const unread = await countUnread(tx, conversation, memberReadSeq);
    await changeConversation(tx, conversation, { memberReadSeq, unread });
    if (unread < conversation.unread) await tellPlatform(tx, conversation, "mark_seen");
    await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
    return { memberReadSeq };
  });
}

/** How many of the shopper's messages in a locked conversation stand after that place. */
export async function countUnread(tx: Tx, { shopId, id, lastSeq }: LockedConversation, seq: number): Promise<number> {
  if (seq === lastSeq) return 0;
  const [left] = await tx
    .select({ unread: count() })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        gt(messages.seq, seq),
        eq(messages.author, "contact"),
      ),
    );
  return left?.unread ?? 0;
}

/** Notes how far the shopper's browser has received and she has seen. Both marks only move forward. */
export async function markSeen(actor: Pick<VisitorActor, "shopId" | "identityId">, input: MarkSeen): Promise<void> {
  await inShop(actor.shopId, async (tx) => {
    const conversation = await lockLatest(tx, actor.shopId, actor.identityId);
    if (!conversation) return;
    const read = Math.max(conversation.contactReadSeq, Math.min(input.readSeq, conversation.lastSeq));
    const delivered = Math.max(
      conversation.contactDeliveredSeq,
      Math.min(input.deliveredSeq, conversation.lastSeq),
      read,
    );
    if (read === conversation.contactReadSeq && delivered === conversation.contactDeliveredSeq) return;
    await changeConversation(tx, conversation, { contactReadSeq: read, contactDeliveredSeq: delivered });
    await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
  });
}
