import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { shopAccounts } from "#db/schema/identity";
import { livingContact } from "./lock-contacts";

/** Which of these contacts have an account at the shop itself, as its own login has said. */
export async function withAccounts(tx: Tx, shopId: string, contactIds: readonly string[]): Promise<Set<string>> {
  const found = await tx
    .selectDistinct({ contactId: shopAccounts.contactId })
    .from(shopAccounts)
    .where(and(eq(shopAccounts.shopId, shopId), inArray(shopAccounts.contactId, [...contactIds])));
  return new Set(found.map(({ contactId }) => contactId));
}

/** Whether this contact has one. */
export async function hasAccount(tx: Tx, shopId: string, contactId: string): Promise<boolean> {
  return (await withAccounts(tx, shopId, [contactId])).has(contactId);
}

/** Whose an account is now, as far as it was named before; whoever else names it waits until this transaction ends. */
export async function lockAccount(tx: Tx, shopId: string, userId: string): Promise<string | null> {
  await lockName(tx, `account:${shopId}:${userId}`);
  const [known] = await tx
    .select({ contactId: shopAccounts.contactId })
    .from(shopAccounts)
    .where(and(eq(shopAccounts.shopId, shopId), eq(shopAccounts.userId, userId)));
  return known ? livingContact(tx, shopId, known.contactId) : null;
}
