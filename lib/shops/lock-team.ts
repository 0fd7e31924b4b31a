import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { members, shops } from "#db/schema/shops";
import { notFound } from "#lib/core/errors";
import { type MemberActor, type Role, requireRole } from "./actor";

/**
 * Lets the changes of a shop's team follow one another until the transaction ends, and gives the actor as she is by
 * then. Refuses when she was removed meanwhile, or is below `least`.
 */
export async function lockTeam(tx: Tx, actor: MemberActor, least: Role): Promise<MemberActor> {
  await lockShop(tx, actor.shopId);
  const [present] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.shopId, actor.shopId), eq(members.id, actor.memberId), isNull(members.removedAt)));
  if (!present) throw notFound("shop");
  requireRole(present, least);
  return { ...actor, role: present.role };
}

/** Locks the shop's own row, which lets everything that only refers to it go on. */
export async function lockShop(tx: Tx, shopId: string): Promise<{ slug: string }> {
  const [shop] = await tx.select({ slug: shops.slug }).from(shops).where(eq(shops.id, shopId)).for("no key update");
  if (!shop) throw notFound("shop");
  return shop;
}
