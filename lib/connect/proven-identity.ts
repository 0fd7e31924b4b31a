import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import type { VisitorActor } from "#lib/shops/actor";

/**
 * The identity of a chat once its contact was proven by a sign-in, or by the shop's signed word: while it stays the same,
 * so does who is there. Two contacts that a member joins leave it as it is. Null while nobody has proven anything.
 */
export async function provenIdentity(tx: Tx, { shopId, contactId, identityId }: VisitorActor): Promise<string | null> {
  const [contact] = await tx
    .select({ personId: contacts.personId, account: shopAccounts.userId })
    .from(contacts)
    .leftJoin(shopAccounts, and(eq(shopAccounts.shopId, contacts.shopId), eq(shopAccounts.contactId, contacts.id)))
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)))
    .limit(1);
  return contact?.personId || contact?.account ? identityId : null;
}
