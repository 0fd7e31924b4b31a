import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { teams } from "#db/schema/teams";
import { notFound } from "#lib/core/errors";

/** A living team of the shop, locked for a change; with `share`, only kept from being removed until the transaction ends. */
export async function keepTeam(
  tx: Tx,
  shopId: string,
  teamId: string,
  strength: "no key update" | "share" = "share",
): Promise<typeof teams.$inferSelect> {
  const [found] = await tx
    .select()
    .from(teams)
    .where(and(eq(teams.shopId, shopId), eq(teams.id, teamId), isNull(teams.removedAt)))
    .for(strength);
  if (!found) throw notFound("team");
  return found;
}
