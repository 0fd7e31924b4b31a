import { inShop } from "#db/in-shop";
import { identityRules } from "#db/schema/identity";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import type { EnforceIdentity } from "./input";

/** Says whether the shop's chat takes a name that its server did not sign. */
export async function enforceIdentity(actor: MemberActor, { enforced }: EnforceIdentity): Promise<void> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  await inShop(shopId, async (tx) => {
    await tx
      .insert(identityRules)
      .values({ shopId, enforced })
      .onConflictDoUpdate({ target: identityRules.shopId, set: { enforced } });
    await recordAct(tx, actor, enforced ? "identity_enforced" : "identity_waived");
  });
}
