import { inShop } from "#db/in-shop";
import { identityRules } from "#db/schema/identity";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { EnforceIdentity } from "./input";

/** Says whether the shop's chat takes a name that its server did not sign. */
export async function enforceIdentity(actor: MemberActor, { enforced }: EnforceIdentity): Promise<void> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  await inShop(shopId, (tx) =>
    tx
      .insert(identityRules)
      .values({ shopId, enforced })
      .onConflictDoUpdate({ target: identityRules.shopId, set: { enforced } }),
  );
}
