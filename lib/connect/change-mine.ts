import { inShop } from "#db/in-shop";
import { env } from "#lib/core/env";
import type { Person } from "#lib/shops/actor";
import { type ChangeOfContact, changeOfContact } from "./change-of-contact";
import { contactIdOf, findShopOf } from "./my-contacts";
import { requireSamePerson } from "./same-person";
import type { MyShop } from "./view-my-shop";

type Wish = { shop: string; person: string; locale: "en" | "fr" };

/**
 * Changes what one shop may send this person, in her own place. A shop that does not know her is refused like an
 * absent one.
 */
export async function changeMine(person: Person, wish: Wish, change: ChangeOfContact): Promise<MyShop> {
  requireSamePerson(person, wish.person);
  const shopId = await findShopOf(wish.shop);
  return inShop(shopId, async (tx) => {
    const contactId = await contactIdOf(tx, shopId, person);
    const hand = {
      locale: wish.locale,
      source: `${env().PUBLIC_URL}/me`,
      proof: { personId: person.id, sessionId: person.sessionId },
    };
    return changeOfContact(tx, { shopId, contactId, hand }, change);
  });
}
