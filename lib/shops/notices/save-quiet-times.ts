import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { quietTimes } from "#db/schema/notice-choices";
import type { MemberActor } from "../actor";
import { noticesChosen } from "../events";
import { lockMember } from "../load-member";
import type { SaveQuietTimes } from "./input";

/** Has the member told of nothing from the shop at these times, on whichever of her devices; none: at any time again. */
export async function saveQuietTimes(actor: MemberActor, chosen: SaveQuietTimes): Promise<void> {
  const { shopId, memberId } = actor;
  await inShop(shopId, async (tx) => {
    await lockMember(tx, actor, memberId);
    if (chosen.stretches.length > 0)
      await tx
        .insert(quietTimes)
        .values({ shopId, memberId, ...chosen })
        .onConflictDoUpdate({ target: [quietTimes.shopId, quietTimes.memberId], set: chosen });
    else await tx.delete(quietTimes).where(and(eq(quietTimes.shopId, shopId), eq(quietTimes.memberId, memberId)));
    await noticesChosen.record(tx, shopId, { memberId });
  });
}
