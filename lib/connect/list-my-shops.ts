import { sql } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop, outsideShops } from "#db/in-shop";
import type { Person } from "#lib/shops/actor";
import { type MyShop, readMyShop } from "./view-my-shop";

export type MyShops = {
  shops: MyShop[];
  /** The version of the words she would agree to by switching something on. */
  textVersion: string;
};

/** Every shop that knows this person, the last seen first, with what each may send her. */
export async function listMyShops(person: Person, locale: "en" | "fr"): Promise<MyShops> {
  const mine = await outsideShops(async (tx) => {
    const rows = await tx.execute<{ shop_id: string; contact_id: string }>(
      sql`select shop_id, contact_id from entrance_shops_of_shopper(${person.id})`,
    );
    return rows.map((row) => ({ shopId: row.shop_id, contactId: row.contact_id }));
  });
  const shops: MyShop[] = [];
  for (const one of mine) shops.push(await inShop(one.shopId, (tx) => readMyShop(tx, one, locale)));
  return { shops, textVersion: CONSENT_TEXT_VERSION };
}
