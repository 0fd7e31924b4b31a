import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";

/** The Page an item is about: the shop's channel it is. */
export type Place = { shopId: string; channelId: string; pageId: string };

/** Whose Page it is; null for a Page that no shop uses. */
export async function findPlace(pageId: string): Promise<Place | null> {
  return outsideShops(async (tx) => {
    const [row] = await tx.execute<{ shop_id: string; channel_id: string }>(
      sql`select shop_id, channel_id from entrance_shop_by_page(${pageId})`,
    );
    return row ? { shopId: row.shop_id, channelId: row.channel_id, pageId } : null;
  });
}
