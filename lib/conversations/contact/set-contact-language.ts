import { inShop } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { type ContactFacts, changeContact } from "./change-contact";
import type { SetContactLanguage } from "./input";

/** Says which language a contact speaks, or that nobody knows: what is mailed to her by itself is written in it. */
export async function setContactLanguage(actor: MemberActor, input: SetContactLanguage): Promise<ContactFacts> {
  const { contactId, locale: to, before } = input;
  return inShop(actor.shopId, (tx) => changeContact(tx, actor.shopId, contactId, { locale: { to, before } }));
}
