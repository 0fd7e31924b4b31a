import { and, asc, eq, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { teamMembers, teams } from "#db/schema/teams";
import { memberCounts } from "#db/schema/triage";
import { awayAt, PRESENT } from "#lib/shops/away-at";

export type Turn = { memberId: string; name: string; teamName: string };

const OPEN = sql<number>`coalesce(${memberCounts.open}, 0)`;

/** The available members of a team; locked are also those who are away by their hours, so that each next choice counts what this one gives. */
async function lockAvailable(tx: Tx, shopId: string, teamId: string, except: string | null): Promise<string[]> {
  const there = await tx
    .select({ id: members.id, ...PRESENT })
    .from(teamMembers)
    .innerJoin(members, and(eq(members.shopId, teamMembers.shopId), eq(members.id, teamMembers.memberId)))
    .innerJoin(shops, eq(shops.id, members.shopId))
    .where(
      and(
        eq(teamMembers.shopId, shopId),
        eq(teamMembers.teamId, teamId),
        isNull(members.removedAt),
        isNull(members.awaySince),
        except ? ne(members.id, except) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .for("no key update", { of: members });
  return there.filter((member) => !awayAt(member)).map(({ id }) => id);
}

/**
 * Whose turn it is in a team that gives in turn: of those who are available and under its cap, who holds the fewest
 * open conversations, then who was given one least recently; and remembers that she was. Null when there is nobody, or
 * the team gives nothing in turn. `except`: whom it is taken from. Nothing of the transaction may have changed a count
 * before, since the members are locked before the counts everywhere.
 */
export async function turnOf(tx: Tx, shopId: string, teamId: string, except: string | null): Promise<Turn | null> {
  const [team] = await tx
    .select({ name: teams.name, roundRobin: teams.roundRobin, cap: teams.cap })
    .from(teams)
    .where(and(eq(teams.shopId, shopId), eq(teams.id, teamId), isNull(teams.removedAt)))
    .for("share");
  if (!team?.roundRobin) return null;
  const available = await lockAvailable(tx, shopId, teamId, except);
  if (available.length === 0) return null;
  const [next] = await tx
    .select({ id: members.id, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .leftJoin(memberCounts, and(eq(memberCounts.shopId, members.shopId), eq(memberCounts.memberId, members.id)))
    .where(and(eq(members.shopId, shopId), inArray(members.id, available), lt(OPEN, team.cap)))
    .orderBy(asc(OPEN), sql`${members.lastGivenAt} asc nulls first`, asc(members.id))
    .limit(1);
  if (!next) return null;
  await tx
    .update(members)
    .set({ lastGivenAt: sql`clock_timestamp()` })
    .where(and(eq(members.shopId, shopId), eq(members.id, next.id)));
  return { memberId: next.id, name: next.name, teamName: team.name };
}
