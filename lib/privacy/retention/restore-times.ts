import { eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { keptTimes } from "#db/schema/privacy";
import { shops } from "#db/schema/shops";
import { readErasures } from "../erase/replay-list";
import { storeTimes } from "./save-times";

/** Puts back the times that a restored backup undid: the last of each shop on the replay list. Answers of how many shops. */
export async function restoreTimes(): Promise<number> {
  let restored = 0;
  for (const { shopId, times, at } of (await readErasures()).times)
    await inShop(shopId, async (tx) => {
      const [shop] = await tx
        .select({ savedAt: keptTimes.savedAt })
        .from(shops)
        .leftJoin(keptTimes, eq(keptTimes.shopId, shops.id))
        .where(eq(shops.id, shopId));
      if (!shop || (shop.savedAt && shop.savedAt >= new Date(at))) return;
      await storeTimes(tx, shopId, times, new Date(at));
      restored++;
    });
  return restored;
}
