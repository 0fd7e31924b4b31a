import { and, eq, isNull, sql } from "drizzle-orm";
import { outsideShops, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { findShopId } from "#lib/shops/load-member";

export type MyContact = { shopId: string; contactId: string };

/** Who this person is in every shop that knows her, the last seen first: the one look across shops that /me has. */
export async function listMyContacts({ id }: Pick<Person, "id">): Promise<MyContact[]> {
  return outsideShops(async (tx) => {
    const rows = await tx.execute<{ shop_id: string; contact_id: string }>(
      sql`select shop_id, contact_id from entrance_shops_of_shopper(${id})`,
    );
    return rows.map((row) => ({ shopId: row.shop_id, contactId: row.contact_id }));
  });
}

/** The shop at an address. Throws `not_found`. */
export async function findShopOf(slug: string): Promise<string> {
  const shopId = await findShopId(slug);
  if (!shopId) throw notFound("shop");
  return shopId;
}

/** Who this person is in the shop of the transaction. A shop that does not know her is refused like an absent one. */
export async function contactIdOf(tx: Tx, shopId: string, person: Pick<Person, "id">): Promise<string> {
  const [contact] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.personId, person.id), isNull(contacts.mergedInto)));
  if (!contact) throw notFound("shop");
  return contact.id;
}
