import { createHmac } from "node:crypto";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts, suppressions } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { orders } from "#db/schema/orders";
import { claimedEmails } from "#db/schema/widget";
import { env } from "#lib/core/env";

/** An address as a hash that only this installation can make. */
function hashed(shopId: string, address: string): string {
  return createHmac("sha256", env().LEDGER_KEY).update(`suppression ${shopId} ${address}`).digest("base64url");
}

const ofEmail = (email: string) => `email:${email.trim().toLowerCase()}`;

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
    contact?.email && ofEmail(contact.email),
    ...(await provenEmails(tx, shopId, contactId)).map(ofEmail),
    contact?.personId && `person:${contact.personId}`,
    ...ways.flatMap(({ externalId, loginId }) => [`identity:${externalId}`, loginId && `login:${loginId}`]),
  ];
  return addresses
    .filter((address) => typeof address === "string" && address !== "")
    .map((address) => hashed(shopId, `${address}`));
}

/** Addresses of hers that her row does not hold: the shop's own server verified them, or she did herself, with a code. */
async function provenEmails(tx: Tx, shopId: string, contactId: string): Promise<string[]> {
  const verified = await tx
    .select({ email: shopAccounts.verifiedEmail })
    .from(shopAccounts)
    .where(and(eq(shopAccounts.shopId, shopId), eq(shopAccounts.contactId, contactId)));
  const confirmed = await tx
    .select({ email: claimedEmails.email })
    .from(claimedEmails)
    .innerJoin(
      identities,
      and(eq(identities.shopId, claimedEmails.shopId), eq(identities.id, claimedEmails.identityId)),
    )
    .where(
      and(eq(claimedEmails.shopId, shopId), eq(identities.contactId, contactId), isNotNull(claimedEmails.confirmedAt)),
    );
  return [...verified, ...confirmed].flatMap(({ email }) => email ?? []);
}

/** The addresses her orders were placed with: nobody proved that they are hers, but a list of customers holds them. */
async function orderEmails(tx: Tx, shopId: string, contactId: string): Promise<string[]> {
  const found = await tx
    .selectDistinct({ email: orders.customerEmail })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.contactId, contactId)));
  return found.flatMap(({ email }) => email ?? []);
}

/**
 * Keeps it known that this contact wants no offers, beyond her erasure: called before what is known of her is deleted.
 * Source: GDPR article 21 (3).
 */
export async function suppressOffers(tx: Tx, shopId: string, contactId: string): Promise<void> {
  const ordered = (await orderEmails(tx, shopId, contactId)).map((email) => hashed(shopId, ofEmail(email)));
  const keys = [...new Set([...(await keysOf(tx, shopId, contactId)), ...ordered])];
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

/** Those of these mail addresses whose owner was erased here, or objected before. */
export async function suppressedEmails(tx: Tx, shopId: string, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const byHash = new Map(emails.map((email) => [hashed(shopId, ofEmail(email)), email]));
  const found = await tx
    .select({ keyHash: suppressions.keyHash })
    .from(suppressions)
    .where(and(eq(suppressions.shopId, shopId), inArray(suppressions.keyHash, [...byHash.keys()])));
  return new Set(found.flatMap(({ keyHash }) => byHash.get(keyHash) ?? []));
}

/** She allowed offers again, by a new act of her own. */
export async function liftSuppression(tx: Tx, shopId: string, contactId: string): Promise<void> {
  const keys = await keysOf(tx, shopId, contactId);
  if (keys.length > 0)
    await tx.delete(suppressions).where(and(eq(suppressions.shopId, shopId), inArray(suppressions.keyHash, keys)));
}
