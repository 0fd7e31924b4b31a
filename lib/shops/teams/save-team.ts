import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { members } from "#db/schema/shops";
import { teamMembers, teams } from "#db/schema/teams";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "../actor";
import { teamChanged } from "../events";
import { lockTeam } from "../lock-team";
import type { SaveTeam } from "./input";
import { keepTeam } from "./keep-team";
import { readTeams, type TeamView } from "./list-teams";

/** More would no longer fit a menu that is read. */
const MOST_TEAMS = 50;

async function requireFree(tx: Tx, shopId: string, { teamId, name }: SaveTeam): Promise<void> {
  const [same] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.shopId, shopId), isNull(teams.removedAt), eq(sql`lower(${teams.name})`, sql`lower(${name})`)));
  if (same && same.id !== teamId) throw refused("team_name_taken", { name });
}

async function make(tx: Tx, shopId: string, kept: Omit<SaveTeam, "teamId" | "memberIds">): Promise<string> {
  if ((await readTeams(tx, shopId)).length >= MOST_TEAMS) throw refused("too_many_teams", { max: MOST_TEAMS });
  const [made] = await tx
    .insert(teams)
    .values({ shopId, ...kept })
    .returning({ id: teams.id });
  if (!made) throw new Error("insert returned no row");
  return made.id;
}

/** New conversations go to one team only. */
async function takeNewFromOthers(tx: Tx, shopId: string): Promise<void> {
  await tx
    .update(teams)
    .set({ takesNew: false })
    .where(and(eq(teams.shopId, shopId), eq(teams.takesNew, true)));
}

/** Living members of the shop, kept from being removed until the transaction ends. */
async function keepMembers(tx: Tx, shopId: string, memberIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(memberIds)];
  if (wanted.length === 0) return [];
  const found = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.shopId, shopId), inArray(members.id, wanted), isNull(members.removedAt)))
    .orderBy(asc(members.id))
    .for("share");
  if (found.length < wanted.length) throw notFound("member");
  return wanted;
}

/**
 * Makes a team of some members, or changes one: its name, who is in it, what it is given, and whether it
 * gives in turn. For owners and admins.
 */
export async function saveTeam(asker: MemberActor, input: SaveTeam): Promise<TeamView> {
  return inShop(asker.shopId, async (tx) => {
    const { shopId } = await lockTeam(tx, asker, "admin");
    const { teamId, memberIds, ...kept } = input;
    if (teamId) await keepTeam(tx, shopId, teamId, "no key update");
    await requireFree(tx, shopId, input);
    if (kept.takesNew) await takeNewFromOthers(tx, shopId);
    const id = teamId ?? (await make(tx, shopId, kept));
    const one = and(eq(teams.shopId, shopId), eq(teams.id, id));
    if (teamId) await tx.update(teams).set(kept).where(one);
    const inside = await keepMembers(tx, shopId, memberIds);
    await tx.delete(teamMembers).where(and(eq(teamMembers.shopId, shopId), eq(teamMembers.teamId, id)));
    if (inside.length > 0)
      await tx.insert(teamMembers).values(inside.map((memberId) => ({ shopId, teamId: id, memberId })));
    await teamChanged.record(tx, shopId, {});
    const [saved] = await readTeams(tx, shopId, eq(teams.id, id));
    if (!saved) throw new Error("a team that was just saved is missing");
    return saved;
  });
}
