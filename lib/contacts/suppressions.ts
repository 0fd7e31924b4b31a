import { createHmac } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts, suppressions } from "#db/schema/contacts";
import { env } from "#lib/core/env";

/** What is known of a contact's addresses, each as a hash that only this installation can make. */
async function keysOf(tx: Tx, shopId: string, contactId: string): Promise<string[]> {
  const [contact] = await tx
    .select({ email: contacts.email, personId: contacts.personId })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const ways = await tx
    .select({ externalId: identities.externalId, loginId: identities.loginId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.contactId, contactId)));
  const addresses = [
    contact?.email && `email:${contact.email.trim().toLowerCase()}`,
    contact?.personId && `person:${contact.personId}`,
    ...ways.flatMap(({ externalId, loginId }) => [`identity:${externalId}`, loginId && `login:${loginId}`]),
  ];
  const hash = (address: string) =>
    createHmac("sha256", env().LEDGER_KEY).update(`suppression ${shopId} ${address}`).digest("base64url");
  return addresses
    .filter((address) => typeof address === "string" && address !== "")
    .map((address) => hash(`${address}`));
}

/**
 * Keeps it known that this contact wants no offers, beyond her erasure: called before what is known of her is deleted.
 * Source: GDPR article 21 (3).
 */
export async function suppressOffers(tx: Tx, shopId: string, contactId: string): Promise<void> {
  const keys = await keysOf(tx, shopId, contactId);
  if (keys.length > 0)
    await tx
      .insert(suppressions)
      .values(keys.map((keyHash) => ({ shopId, keyHash })))
      .onConflictDoNothing();
}

/** Whether somebody with one of this contact's addresses objected to offers. */
export async function isSuppressed(tx: Tx, shopId: string, contactId: string): Promise<boolean> {
  const keys = await keysOf(tx, shopId, contactId);
  if (keys.length === 0) return false;
  const found = await tx
    .select({ keyHash: suppressions.keyHash })
    .from(suppressions)
    .where(and(eq(suppressions.shopId, shopId), inArray(suppressions.keyHash, keys)))
    .limit(1);
  return found.length > 0;
}

/** She allowed offers again, by a new act of her own. */
export async function liftSuppression(tx: Tx, shopId: string, contactId: string): Promise<void> {
  const keys = await keysOf(tx, shopId, contactId);
  if (keys.length > 0)
    await tx.delete(suppressions).where(and(eq(suppressions.shopId, shopId), inArray(suppressions.keyHash, keys)));
}
