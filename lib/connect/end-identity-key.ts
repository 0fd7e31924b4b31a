import { and, eq, isNull, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identityKeys } from "#db/schema/identity";
import { notFound } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import type { EndIdentityKey } from "./input";

/** Ends a key: what it signed is worth nothing from this moment. It is not made valid again. */
export async function endIdentityKey(actor: MemberActor, { keyId }: EndIdentityKey): Promise<void> {
  requireRole(actor, "admin");
  await inShop(actor.shopId, async (tx) => {
    const ended = await tx
      .update(identityKeys)
      .set({ endedAt: sql`now()` })
      .where(and(eq(identityKeys.shopId, actor.shopId), eq(identityKeys.id, keyId), isNull(identityKeys.endedAt)))
      .returning({ id: identityKeys.id });
    if (ended.length === 0) throw notFound("key");
    await recordAct(tx, actor, "identity_key_ended", { name: keyId });
  });
}
