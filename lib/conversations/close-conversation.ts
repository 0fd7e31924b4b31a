import { and, eq, inArray, ne } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { type BeforeRest, conversations } from "#db/schema/conversations";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { conversationChanged } from "./events";
import type { CloseConversation, OneConversation } from "./input";
import { isTakenBack } from "./is-taken-back";
import { askRating } from "./ratings/ask-rating";
import { comeBack, keepHolder } from "./teams/come-back";
import { tellRoom } from "./teams/tell-room";
import { type ConversationRow, readRow } from "./view-conversation";

type Author = Pick<MemberActor, "memberId" | "name">;

/** Nobody waits in a conversation that is closed or spam, and nothing in it is unread. */
export function atRest(conversation: LockedConversation) {
  return { snoozedUntil: null, unread: 0, waitingSince: null, memberReadSeq: conversation.lastSeq };
}

/** What `atRest` takes from a conversation, and its state, so that they can be put back. */
export function beforeRest({ status, snoozedUntil, waitingSince, memberReadSeq }: LockedConversation): BeforeRest {
  return {
    status,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    waitingSince: waitingSince?.toISOString() ?? null,
    memberReadSeq,
  };
}

/**
 * Closes a locked conversation, whatever it was; one that is closed stays as it is. `messageId` is the message it is
 * closed with: where that is held back and was taken back already, nothing is closed.
 */
export async function close(tx: Tx, by: Author, conversation: LockedConversation, messageId?: string): Promise<void> {
  if (conversation.status === "closed" || (await isTakenBack(tx, conversation, messageId))) return;
  const changed = await changeConversation(tx, conversation, { status: "closed", ...atRest(conversation) });
  const closed = await appendEvent(tx, changed, {
    ...{ type: "closed", byMemberId: by.memberId, byName: by.name, before: beforeRest(conversation) },
    ...(messageId ? { messageId } : {}),
  });
  await askRating(tx, closed, messageId);
  await tellRoom(tx, conversation);
  await conversationChanged.record(tx, conversation.shopId, { conversationId: conversation.id });
}

const BACK = { closed: "reopened", snoozed: "woken", spam: "not_spam" } as const;

/** Puts a locked conversation back among the open ones: from what is closed, put away, or spam. */
export async function reopen(tx: Tx, by: Author, conversation: LockedConversation): Promise<void> {
  const { status, shopId, id: conversationId, assigneeId } = conversation;
  if (status === "open") return;
  if (assigneeId) await keepHolder(tx, shopId, assigneeId);
  await requireOnlyOpen(tx, conversation);
  const changed = await changeConversation(tx, conversation, { status: "open", snoozedUntil: null });
  await appendEvent(tx, changed, { type: BACK[status], byMemberId: by.memberId, byName: by.name });
  await conversationChanged.record(tx, shopId, { conversationId });
}

/** Refuses when the identity has another conversation that is open or comes back by itself. */
export async function requireOnlyOpen(tx: Tx, { shopId, id, identityId }: LockedConversation): Promise<void> {
  const [other] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.identityId, identityId),
        inArray(conversations.status, ["open", "snoozed"]),
        ne(conversations.id, id),
      ),
    )
    .limit(1);
  if (other) throw refused("another_open");
}

/** Closes a conversation: nobody waits in it any more. The shopper's next message opens it again. */
export async function closeConversation(actor: MemberActor, input: CloseConversation): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    await close(tx, actor, await lockConversation(tx, actor.shopId, input.conversationId), input.messageId);
    return found(await readRow(tx, actor.shopId, input.conversationId));
  });
}

/** Opens a conversation again that is closed, put away or spam; it comes back to whoever is there. */
export async function reopenConversation(actor: MemberActor, input: OneConversation): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    if (conversation.status !== "open") await reopen(tx, actor, await comeBack(tx, conversation));
    return found(await readRow(tx, actor.shopId, input.conversationId));
  });
}
