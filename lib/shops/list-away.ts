import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import type { MemberActor } from "./actor";

/** The ids of the shop's living members who are away. */
export async function listAway(actor: MemberActor): Promise<string[]> {
  return inShop(actor.shopId, async (tx) => {
    const away = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.shopId, actor.shopId), isNull(members.removedAt), isNotNull(members.awaySince)))
      .orderBy(asc(members.id));
    return away.map(({ id }) => id);
  });
}
