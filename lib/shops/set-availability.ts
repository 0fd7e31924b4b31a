import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import type { MemberActor } from "./actor";
import { memberReturned, teamChanged } from "./events";
import type { SetAvailability } from "./input";
import { lockMember } from "./load-member";

/**
 * Says whether the member is there to be given conversations. What she holds stays hers until she hands it over; what
 * waits in her teams is given in turn once she is back.
 */
export async function setAvailability(actor: MemberActor, { away }: SetAvailability): Promise<{ away: boolean }> {
  return inShop(actor.shopId, async (tx) => {
    const { awaySince } = await lockMember(tx, actor, actor.memberId);
    if (away === (awaySince !== null)) return { away };
    await tx
      .update(members)
      .set({ awaySince: away ? sql`now()` : null })
      .where(and(eq(members.shopId, actor.shopId), eq(members.id, actor.memberId)));
    await teamChanged.record(tx, actor.shopId, {});
    if (!away) await memberReturned.record(tx, actor.shopId, { memberId: actor.memberId });
    return { away };
  });
}
