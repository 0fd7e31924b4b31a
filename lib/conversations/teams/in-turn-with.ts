import { and, eq, isNull } from "drizzle-orm";
import { teamMembers, teams } from "#db/schema/teams";

/** The teams that give in turn and that a member belongs to, as a condition on `teams` joined with `team_members`. */
export const inTurnWith = (memberId: string) =>
  and(eq(teamMembers.memberId, memberId), eq(teams.roundRobin, true), isNull(teams.removedAt));
