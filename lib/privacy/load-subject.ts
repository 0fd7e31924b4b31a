import { inShop } from "#db/in-shop";
import { livingContact } from "#lib/connect/lock-contacts";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { Subject } from "./export/records";
import type { OneContactOf } from "./input";

/** A contact whose data a member hands over. Admins and owners only; a foreign contact is refused like an absent one. */
export async function loadSubject(actor: MemberActor, input: OneContactOf): Promise<Subject> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  return inShop(shopId, async (tx) => ({
    shopId,
    contactId: await livingContact(tx, shopId, input.contactId),
    ownOnly: false,
  }));
}
