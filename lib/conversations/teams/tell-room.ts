import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { teamMembers, teams } from "#db/schema/teams";
import { memberFreed } from "#lib/shops/events";
import type { LockedConversation } from "../access";
import { inTurnWith } from "./in-turn-with";

/**
 * Says that whoever held an open conversation has room again, now that it is put away for good: what waits in her teams
 * is given by a job, since her teams' members are locked before the counts, and the counts have changed here.
 */
export async function tellRoom(
  tx: Tx,
  { shopId, status, assigneeId: memberId }: Pick<LockedConversation, "shopId" | "status" | "assigneeId">,
): Promise<void> {
  if (status !== "open" || !memberId) return;
  const [team] = await tx
    .select({ id: teams.id })
    .from(teamMembers)
    .innerJoin(teams, and(eq(teams.shopId, teamMembers.shopId), eq(teams.id, teamMembers.teamId)))
    .where(and(eq(teamMembers.shopId, shopId), inTurnWith(memberId)))
    .limit(1);
  if (team) await memberFreed.record(tx, shopId, { memberId });
}
