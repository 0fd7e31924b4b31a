import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { accounts } from "#db/schema/persons";
import { AppError } from "#lib/core/errors";
import { joinContacts } from "./join-contacts";
import { readReference } from "./reference";

/** The chat of a browser, whose it is, and whether a login of the storefront is known to be the same person. */
export type Browser = { identityId: string; contactId: string; sameLogin: boolean };

/**
 * The chat of the browser in which the storefront saw somebody log in with `loginId` (Facebook's id of her for an app).
 * A chat nobody signed in to is hers. One with a person's login is hers only when that person's own Facebook id is the
 * same; a browser is shared more often than an id. Null for a reference that is not ours or is worn out.
 */
export async function browserOf(
  tx: Tx,
  shopId: string,
  reference: string | null | undefined,
  loginId: string,
): Promise<Browser | null> {
  const proven = reference ? readReference(shopId, reference) : null;
  if (!proven) return null;
  const [found] = await tx
    .select({ contactId: identities.contactId, personId: contacts.personId })
    .from(identities)
    .innerJoin(contacts, and(eq(contacts.shopId, identities.shopId), eq(contacts.id, identities.contactId)))
    .where(and(eq(identities.shopId, shopId), eq(identities.id, proven.identityId)));
  if (!found) return null;
  const sameLogin = found.personId === null || (await personOf(loginId)(tx)) === found.personId;
  return { identityId: proven.identityId, contactId: found.contactId, sameLogin };
}

/** The person who signs in with this Facebook id, if any. */
const personOf = (loginId: string) => async (tx: Tx) => {
  const [account] = await tx
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(and(eq(accounts.provider, "facebook"), eq(accounts.providerAccountId, loginId)));
  return account?.personId ?? null;
};

/** The shop's contact that signs in with this Facebook id, if any. */
export async function contactOfLogin(tx: Tx, shopId: string, loginId: string): Promise<string | null> {
  const personId = await personOf(loginId)(tx);
  if (!personId) return null;
  const [contact] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.personId, personId)));
  return contact?.id ?? null;
}

/** The identity that is known by this login id, if any; the latest where several Pages know it. */
export async function identityOfLogin(tx: Tx, shopId: string, loginId: string) {
  const [found] = await tx
    .select({ id: identities.id, contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.loginId, loginId)))
    .orderBy(desc(identities.createdAt))
    .limit(1);
  return found ?? null;
}

/** Makes the chat of a login's browser hers, and answers with the one contact; two different logins stay apart. */
export async function joinBrowser(tx: Tx, shopId: string, contactId: string, browser: Browser): Promise<string> {
  return browser.sameLogin ? joinSame(tx, shopId, browser.contactId, contactId) : contactId;
}

/** Joins what one login id belongs to; answers with the one contact, or with the second where two logins stay apart. */
export async function joinSame(tx: Tx, shopId: string, keepId: string, mergeId: string): Promise<string> {
  try {
    return (await joinContacts(tx, shopId, { keepId, mergeId, way: "login_connect" })).contactId;
  } catch (error) {
    if (error instanceof AppError && error.code === "refused") return mergeId;
    throw error;
  }
}
