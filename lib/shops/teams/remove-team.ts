import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { teamMembers, teams } from "#db/schema/teams";
import type { MemberActor } from "../actor";
import { teamChanged, teamRemoved } from "../events";
import { lockTeam } from "../lock-team";
import type { OneTeam } from "./input";
import { keepTeam } from "./keep-team";

/** Removes a team. Its conversations stay with whoever holds them; those nobody holds go back to Unassigned. For owners and admins. */
export async function removeTeam(asker: MemberActor, { teamId }: OneTeam): Promise<{ removed: true }> {
  return inShop(asker.shopId, async (tx) => {
    const { shopId } = await lockTeam(tx, asker, "admin");
    await keepTeam(tx, shopId, teamId, "no key update");
    await tx
      .update(teams)
      .set({ removedAt: sql`now()` })
      .where(and(eq(teams.shopId, shopId), eq(teams.id, teamId)));
    await tx.delete(teamMembers).where(and(eq(teamMembers.shopId, shopId), eq(teamMembers.teamId, teamId)));
    await teamRemoved.record(tx, shopId, { teamId });
    await teamChanged.record(tx, shopId, {});
    return { removed: true };
  });
}
