import { and, count, eq, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import type { MemberActor } from "./actor";

/** How many living members the shop has. */
export async function countMembers({ shopId }: MemberActor): Promise<number> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ living: count() })
      .from(members)
      .where(and(eq(members.shopId, shopId), isNull(members.removedAt)));
    return found?.living ?? 0;
  });
}
