import type { LockedConversation } from "./access";

type Marks = Pick<LockedConversation, "memberReadSeq" | "shownReadSeq">;

/** How far the shopper is shown that the shop has read: as far as it ever had. */
export function shownRead({ memberReadSeq, shownReadSeq }: Marks): number {
  return Math.max(memberReadSeq, shownReadSeq);
}

/** Puts the shop's mark where it is given, also further back; what the shopper was shown stays. */
export function lowerReadMark(conversation: Marks, memberReadSeq: number): Marks {
  return { memberReadSeq, shownReadSeq: shownRead(conversation) };
}
