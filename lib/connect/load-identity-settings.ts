import { and, asc, eq, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identityKeys } from "#db/schema/identity";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { refusesNames } from "./refuses-names";

export type IdentitySettings = {
  enforced: boolean;
  /** The valid keys, the oldest first. */
  keys: { id: string; createdAt: string; lastUsedAt: string | null }[];
};

/** How a shop proves who is logged in at its site. */
export async function loadIdentitySettings(actor: MemberActor): Promise<IdentitySettings> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const keys = await tx
      .select()
      .from(identityKeys)
      .where(and(eq(identityKeys.shopId, actor.shopId), isNull(identityKeys.endedAt)))
      .orderBy(asc(identityKeys.id));
    return {
      enforced: await refusesNames(tx, actor.shopId),
      keys: keys.map(({ id, createdAt, lastUsedAt }) => ({
        id,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    };
  });
}
