import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { AppError, notFound, refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { hasAccount, lockAccount } from "./accounts";
import { refuseErasing } from "./carry-requests";
import { joinContacts } from "./join-contacts";
import { livingContact } from "./lock-contacts";
import type { IdentityClaims } from "./read-identity-token";

/**
 * Joins whoever linked her account on Messenger to the contact of that account, which the shop's server named and
 * signed; an account nobody knew is made one. A member may part them again, and it opens no chat: somebody may have been
 * lured into logging in on a stranger's link. Whoever has another login stays apart. Call `lockAccount` before any
 * conversation is locked.
 */
export async function joinByAccount(
  tx: Tx,
  { shopId, contactId }: { shopId: string; contactId: string },
  claims: IdentityClaims,
): Promise<void> {
  const known = await lockAccount(tx, shopId, claims.sub);
  try {
    if (!known) await refuseLogin(tx, shopId, await livingContact(tx, shopId, contactId));
    const keepId = known ?? (await makeAccount(tx, shopId, claims));
    await joinContacts(tx, shopId, { keepId, mergeId: contactId, way: "account_linking" });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "refused")) throw error;
  }
}

/** Refuses a contact with a login of another kind, and one who is erased: no account is made for her. */
async function refuseLogin(tx: Tx, shopId: string, contactId: string): Promise<void> {
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  if (!contact) throw notFound("contact");
  await refuseErasing(tx, shopId, [contact]);
  if (contact.personId !== null || (await hasAccount(tx, shopId, contactId)))
    throw refused("merge_two_people", { name: contact.name, other: "" });
}

async function makeAccount(tx: Tx, shopId: string, claims: IdentityClaims): Promise<string> {
  const { sub: userId, name = "", email = null } = claims;
  const id = newId();
  await tx.insert(contacts).values({ id, shopId, name, email });
  const verifiedEmail = claims.email_verified === true ? email : null;
  await tx.insert(shopAccounts).values({ shopId, userId, contactId: id, verifiedEmail });
  return id;
}
