import { and, eq, isNull, sql } from "drizzle-orm";
import { inShop, outsideShops, type Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { notFound } from "#lib/core/errors";
import type { MemberActor, Person } from "./actor";
import { PRESENT } from "./away-at";

const SLUG = /^[a-z0-9-]{1,64}$/;

/** The shop of an address, or null. Needs no rights: it gives an id, never a row. */
export async function findShopId(slug: string): Promise<string | null> {
  if (!SLUG.test(slug)) return null;
  return outsideShops(async (tx) => {
    const [row] = await tx.execute<{ id: string | null }>(sql`select entrance_shop_by_slug(${slug}) as id`);
    return row?.id ?? null;
  });
}

/**
 * The person acting in the shop at `slug`, who is there from now on, as her colleagues and shoppers see. A shop that is
 * absent and one she is no member of are refused alike.
 */
export async function loadMember(person: Person, slug: string): Promise<MemberActor> {
  const shopId = await findShopId(slug);
  if (!shopId) throw notFound("shop");
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({
        id: members.id,
        role: members.role,
        shopName: shops.name,
        stale: sql<boolean>`coalesce(${members.lastSeenAt} < now() - interval '1 minute', true)`,
      })
      .from(members)
      .innerJoin(shops, eq(shops.id, members.shopId))
      .where(and(eq(members.shopId, shopId), eq(members.personId, person.id), isNull(members.removedAt)));
    if (!found) throw notFound("shop");
    if (found.stale)
      await tx
        .update(members)
        .set({ lastSeenAt: sql`now()` })
        .where(and(eq(members.shopId, shopId), eq(members.id, found.id)));
    return {
      kind: "member",
      shopId,
      shopSlug: slug,
      shopName: found.shopName,
      memberId: found.id,
      personId: person.id,
      sessionId: person.sessionId,
      name: person.name,
      role: found.role,
    };
  });
}

/**
 * A living member of the actor's shop and the person behind it, locked for a change; with `share`, only kept from
 * being removed until the transaction ends. Neither stops others from referring to the member.
 */
export async function lockMember(
  tx: Tx,
  actor: Pick<MemberActor, "shopId">,
  memberId: string,
  strength: "no key update" | "share" = "no key update",
) {
  const [found] = await tx
    .select({
      id: members.id,
      role: members.role,
      personId: members.personId,
      name: persons.name,
      ...PRESENT,
    })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .innerJoin(shops, eq(shops.id, members.shopId))
    .where(and(eq(members.shopId, actor.shopId), eq(members.id, memberId), isNull(members.removedAt)))
    .for(strength, { of: members });
  if (!found) throw notFound("member");
  return found;
}
