import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { teams } from "#db/schema/teams";
import { notFound } from "#lib/core/errors";

type Team = typeof teams.$inferSelect;
type Strength = "no key update" | "share";

/** A team of the shop, kept from being removed until the transaction ends; null when it is removed or absent. */
export async function findTeam(
  tx: Tx,
  shopId: string,
  teamId: string,
  strength: Strength = "share",
): Promise<Team | null> {
  const [found] = await tx
    .select()
    .from(teams)
    .where(and(eq(teams.shopId, shopId), eq(teams.id, teamId), isNull(teams.removedAt)))
    .for(strength);
  return found ?? null;
}

/** A living team of the shop, locked for a change; with `share`, only kept from being removed until the transaction ends. */
export async function keepTeam(tx: Tx, shopId: string, teamId: string, strength: Strength = "share"): Promise<Team> {
  const found = await findTeam(tx, shopId, teamId, strength);
  if (!found) throw notFound("team");
  return found;
}
