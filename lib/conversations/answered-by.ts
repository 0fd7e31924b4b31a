import type { Tx } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import type { LockedConversation } from "./access";
import { keepHolder } from "./teams/come-back";

/**
 * What a member's answer makes of its conversation: open, read, nobody waits, and hers when it was nobody's. Nothing of
 * the transaction may have changed a count before.
 */
export async function answeredBy(tx: Tx, actor: MemberActor, conversation: LockedConversation) {
  const { shopId, lastSeq, assigneeId, firstAnsweredAt, status } = conversation;
  if (assigneeId && status !== "open") await keepHolder(tx, shopId, assigneeId);
  return {
    status: "open" as const,
    snoozedUntil: null,
    waitingSince: null,
    unread: 0,
    memberReadSeq: lastSeq + 1,
    assigneeId: assigneeId ?? (await lockMember(tx, actor, actor.memberId, "share")).id,
    firstAnsweredAt: firstAnsweredAt ?? new Date(),
  };
}
