import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { teamMembers, teams } from "#db/schema/teams";
import type { MemberActor } from "../actor";

export type TeamView = {
  id: string;
  name: string;
  memberIds: string[];
  roundRobin: boolean;
  cap: number;
  takesNew: boolean;
};

/** The living teams of the present transaction's shop, by name. */
export async function readTeams(tx: Tx, shopId: string, only?: SQL): Promise<TeamView[]> {
  const inside = sql`array_agg(${teamMembers.memberId} order by ${teamMembers.memberId})`;
  return tx
    .select({
      id: teams.id,
      name: teams.name,
      memberIds: sql<string[]>`coalesce(${inside} filter (where ${teamMembers.memberId} is not null), '{}')`,
      roundRobin: teams.roundRobin,
      cap: teams.cap,
      takesNew: teams.takesNew,
    })
    .from(teams)
    .leftJoin(teamMembers, and(eq(teamMembers.shopId, teams.shopId), eq(teamMembers.teamId, teams.id)))
    .where(and(eq(teams.shopId, shopId), isNull(teams.removedAt), only))
    .groupBy(teams.id)
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id));
}

/** The teams of the actor's shop, by name. */
export async function listTeams(actor: MemberActor): Promise<TeamView[]> {
  return inShop(actor.shopId, (tx) => readTeams(tx, actor.shopId));
}
