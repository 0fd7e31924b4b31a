import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { shops } from "#db/schema/shops";
import type { MemberActor } from "#lib/shops/actor";
import { stepsChanged } from "#lib/shops/events";
import { lockTeam } from "#lib/shops/lock-team";

export const ShowFirstSteps = z.strictObject({ shown: z.boolean() });
export type ShowFirstSteps = z.output<typeof ShowFirstSteps>;

/** Puts what a new shop does first away from the inbox, for everybody, or brings it back. For owners and admins. */
export async function showFirstSteps(asker: MemberActor, { shown }: ShowFirstSteps): Promise<{ shown: boolean }> {
  return inShop(asker.shopId, async (tx) => {
    const { shopId } = await lockTeam(tx, asker, "admin");
    await tx
      .update(shops)
      .set({ stepsPutAwayAt: shown ? null : sql`now()` })
      .where(eq(shops.id, shopId));
    await stepsChanged.record(tx, shopId, {});
    return { shown };
  });
}
