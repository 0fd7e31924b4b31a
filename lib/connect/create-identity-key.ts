import { and, eq, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { identityKeys } from "#db/schema/identity";
import { refused } from "#lib/core/errors";
import { newId, newToken } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";

/** One in use, and the one that takes its place. */
const MOST_KEYS = 2;

/**
 * Makes a key with which the shop's own server signs who is logged in. The secret is given once, here, and kept sealed.
 * Two keys are valid at a time, so that one can follow the other without a pause.
 */
export async function createIdentityKey(actor: MemberActor): Promise<{ kid: string; secret: string }> {
  requireRole(actor, "admin");
  const [kid, secret] = [newId(), newToken()];
  await inShop(actor.shopId, async (tx) => {
    await lockName(tx, `identity keys:${actor.shopId}`);
    const valid = await tx
      .select({ id: identityKeys.id })
      .from(identityKeys)
      .where(and(eq(identityKeys.shopId, actor.shopId), isNull(identityKeys.endedAt)));
    if (valid.length >= MOST_KEYS) throw refused("identity_keys_two");
    const sealedSecret = seal(secret, `identity_keys:${kid}`);
    await tx.insert(identityKeys).values({ id: kid, shopId: actor.shopId, sealedSecret });
    await recordAct(tx, actor, "identity_key_made", { name: kid });
  });
  return { kid, secret };
}
