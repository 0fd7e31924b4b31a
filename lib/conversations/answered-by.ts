import type { Tx } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import type { LockedConversation } from "./access";

/** What a member's answer makes of its conversation: open, read, nobody waits, and hers when it was nobody's. */
export async function answeredBy(tx: Tx, actor: MemberActor, conversation: LockedConversation) {
  const { lastSeq, assigneeId, firstAnsweredAt } = conversation;
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
