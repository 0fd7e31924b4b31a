import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identityKeys } from "#db/schema/identity";
import { HOUR, now } from "#lib/core/clock";
import { open } from "#lib/core/seal";
import { type IdentityClaims, keyOfToken, readIdentityToken } from "./read-identity-token";

/** How old the time of a key's last use may be: telling it anew with each page would write with each page. */
const USED_TO_THE_MS = HOUR;

/**
 * What an identity token says that was in force at an instant; null for one that is altered, expired, another shop's,
 * signed with an ended key, or none at all. Source: WID-02.
 */
export async function findClaims(
  tx: Tx,
  shop: { id: string; slug: string },
  token: string,
  at: Date,
): Promise<IdentityClaims | null> {
  const kid = keyOfToken(token);
  if (!kid) return null;
  const mine = and(eq(identityKeys.shopId, shop.id), eq(identityKeys.id, kid), isNull(identityKeys.endedAt));
  const [key] = await tx.select().from(identityKeys).where(mine);
  if (!key) return null;
  const claims = readIdentityToken(token, open(key.sealedSecret, `identity_keys:${key.id}`), shop.slug, at);
  const known = key.lastUsedAt?.getTime() ?? 0;
  if (claims && known < now().getTime() - USED_TO_THE_MS)
    await tx.update(identityKeys).set({ lastUsedAt: now() }).where(mine);
  return claims;
}
