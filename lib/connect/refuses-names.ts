import { eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identityRules } from "#db/schema/identity";

/**
 * Whether a shop's chat refuses a name that its server did not sign: until it says otherwise, because members see such
 * a name like a proven one. Source: WID-02.
 */
export async function refusesNames(tx: Tx, shopId: string): Promise<boolean> {
  const [rule] = await tx.select().from(identityRules).where(eq(identityRules.shopId, shopId));
  return rule?.enforced ?? true;
}
