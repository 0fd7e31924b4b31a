import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import type { VisitorActor } from "#lib/shops/actor";
import { visitChanged } from "./events";

/** Ends a browser's visit, for whoever uses it next: its cookie opens nothing from now on. What was said stays. */
export async function endVisit({ shopId, visitorId }: VisitorActor): Promise<void> {
  await inShop(shopId, async (tx) => {
    await tx
      .update(visitors)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(visitors.shopId, shopId), eq(visitors.id, visitorId)));
    await visitChanged.record(tx, shopId, { visitorId });
  });
}
