import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import type { MemberActor } from "./actor";
import { awayAt } from "./away-at";
import { memberReturned, teamChanged } from "./events";
import { queueHours } from "./follow-hours";
import type { SetWorkingHours } from "./input";
import { lockMember } from "./load-member";
import { lockTeam } from "./lock-team";

/**
 * Sets when a member works, by the shop's clocks; null: at no hours of her own. Outside them she is away by herself.
 * Everybody sets her own; owners and admins set everybody's.
 */
export async function setWorkingHours(
  asker: MemberActor,
  { memberId, hours }: SetWorkingHours,
): Promise<{ saved: true }> {
  return inShop(asker.shopId, async (tx) => {
    if (memberId !== asker.memberId) await lockTeam(tx, asker, "admin");
    const { shopId } = asker;
    const before = await lockMember(tx, asker, memberId);
    const after = { ...before, hours, availableUntil: null };
    await tx
      .update(members)
      .set({ hours, availableUntil: null })
      .where(and(eq(members.shopId, shopId), eq(members.id, memberId)));
    if (hours) await queueHours(tx, { shopId, memberId, hours, timeZone: before.timeZone });
    await teamChanged.record(tx, shopId, {});
    if (awayAt(before) && !awayAt(after)) await memberReturned.record(tx, shopId, { memberId });
    return { saved: true };
  });
}
