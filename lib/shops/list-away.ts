import { and, asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { members, shops } from "#db/schema/shops";
import type { MemberActor } from "./actor";
import { awayAt, PRESENT } from "./away-at";

/** A member who is away; `until`: when her hours begin (ISO 8601), null where only she ends it. */
export type AwayMember = { id: string; until: string | null };

/** The shop's living members who are away now. */
export async function listAway(actor: MemberActor): Promise<AwayMember[]> {
  return inShop(actor.shopId, async (tx) => {
    const found = await tx
      .select({ id: members.id, ...PRESENT })
      .from(members)
      .innerJoin(shops, eq(shops.id, members.shopId))
      .where(
        and(
          eq(members.shopId, actor.shopId),
          isNull(members.removedAt),
          or(isNotNull(members.awaySince), isNotNull(members.hours)),
        ),
      )
      .orderBy(asc(members.id));
    return found.flatMap(({ id, ...present }) => {
      const away = awayAt(present);
      return away ? { id, until: away.until?.toISOString() ?? null } : [];
    });
  });
}
