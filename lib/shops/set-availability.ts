import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import type { MemberActor } from "./actor";
import { awayAt } from "./away-at";
import { memberReturned, teamChanged } from "./events";
import type { SetAvailability } from "./input";
import { lockMember } from "./load-member";

/**
 * Says whether the member is there to be given conversations. What she holds stays hers until she hands it over; what
 * waits in her teams is given in turn once she is back. Away lasts until she says otherwise; available outside her
 * hours lasts until they begin.
 */
export async function setAvailability(actor: MemberActor, { away }: SetAvailability): Promise<{ away: boolean }> {
  return inShop(actor.shopId, async (tx) => {
    const member = await lockMember(tx, actor, actor.memberId);
    if (away ? member.awaySince : !awayAt(member)) return { away };
    const byHours = away ? null : awayAt({ ...member, awaySince: null, availableUntil: null });
    await tx
      .update(members)
      .set({ awaySince: away ? sql`now()` : null, availableUntil: byHours?.until ?? null })
      .where(and(eq(members.shopId, actor.shopId), eq(members.id, actor.memberId)));
    await teamChanged.record(tx, actor.shopId, {});
    if (!away) await memberReturned.record(tx, actor.shopId, { memberId: actor.memberId });
    return { away };
  });
}
