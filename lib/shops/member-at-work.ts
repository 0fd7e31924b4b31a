import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import type { MemberActor } from "./actor";

/**
 * The member for whom a job works, as she is now; null once she is removed. There is no session: what asks for proof of
 * one has no place in a job.
 */
export async function memberAtWork(tx: Tx, shopId: string, memberId: string): Promise<MemberActor | null> {
  const [found] = await tx
    .select({
      memberId: members.id,
      personId: members.personId,
      role: members.role,
      name: persons.name,
      shopName: shops.name,
      shopSlug: shops.slug,
    })
    .from(members)
    .innerJoin(shops, eq(shops.id, members.shopId))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.shopId, shopId), eq(members.id, memberId), isNull(members.removedAt)));
  return found ? { kind: "member", shopId, sessionId: "", ...found } : null;
}
