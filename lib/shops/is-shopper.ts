import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";

/** Whether any shop knows the person as a contact. */
export async function isShopper(personId: string): Promise<boolean> {
  return outsideShops(async (tx) => {
    const rows = await tx.execute(sql`select 1 from entrance_shops_of_shopper(${personId}) limit 1`);
    return rows.length > 0;
  });
}
