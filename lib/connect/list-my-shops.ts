import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import type { Person } from "#lib/shops/actor";
import { listMyContacts } from "./my-contacts";
import { type MyShop, readMyShop } from "./view-my-shop";

export type MyShops = {
  shops: MyShop[];
  /** The version of the words she would agree to by switching something on. */
  textVersion: string;
};

/** Every shop that knows this person, the last seen first, with what each may send her. */
export async function listMyShops(person: Person, locale: "en" | "fr"): Promise<MyShops> {
  const shops: MyShop[] = [];
  for (const one of await listMyContacts(person))
    shops.push(await inShop(one.shopId, (tx) => readMyShop(tx, one, locale)));
  return { shops, textVersion: CONSENT_TEXT_VERSION };
}
