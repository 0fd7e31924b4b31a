import { inShop } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { type ContactFacts, changeContact } from "./change-contact";
import type { RenameContact } from "./input";

/** Gives a contact another name, or none. */
export async function renameContact(actor: MemberActor, input: RenameContact): Promise<ContactFacts> {
  const { contactId, name: to, before } = input;
  return inShop(actor.shopId, (tx) => changeContact(tx, actor.shopId, contactId, { name: { to, before } }));
}
