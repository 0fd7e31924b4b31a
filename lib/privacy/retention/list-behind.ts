import { and, eq, lt, or, sql } from "drizzle-orm";
import { inShop, outsideShops } from "#db/in-shop";
import { keptTimes } from "#db/schema/privacy";
import { shops } from "#db/schema/shops";
import { DAY, now } from "#lib/core/clock";

const SHOPS = 200;
/** Two nights, and time for the second to end. */
const LATE_MS = 2.5 * DAY;

/** The shops in which what they may hold no longer was not ended for more than two nights, whatever the reason. */
export async function listBehind(): Promise<string[]> {
  const behind: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: { shop_id: string }[] = await outsideShops((tx) =>
      tx.execute<{ shop_id: string }>(sql`select shop_id from shop_ids(${after}, ${SHOPS})`),
    );
    for (const { shop_id: shopId } of page) if (await isBehind(shopId)) behind.push(shopId);
    if (page.length < SHOPS) return behind;
    after = page.at(-1)?.shop_id ?? null;
  }
}

function isBehind(shopId: string): Promise<boolean> {
  const edge = new Date(now().getTime() - LATE_MS);
  return inShop(shopId, async (tx) => {
    const rows = await tx
      .select({ id: shops.id })
      .from(shops)
      .leftJoin(keptTimes, eq(keptTimes.shopId, shops.id))
      .where(
        and(
          eq(shops.id, shopId),
          lt(shops.createdAt, edge),
          or(lt(keptTimes.endedAt, edge), sql`${keptTimes.endedAt} is null`),
        ),
      );
    return rows.length > 0;
  });
}
