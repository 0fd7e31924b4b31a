import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import type { LockedConversation } from "#lib/conversations/access";
import { notFound } from "#lib/core/errors";

export type LockedContact = typeof contacts.$inferSelect;
export type LockedIdentity = typeof identities.$inferSelect;
export type Belongings = {
  contacts: LockedContact[];
  conversations: LockedConversation[];
  identities: LockedIdentity[];
  orders: { id: string; contactId: string | null }[];
};

/** The contacts from this one to the one it was merged into at last, which is the living one. Throws `not_found`. */
export async function chainOf(tx: Tx, shopId: string, contactId: string): Promise<[string, ...string[]]> {
  const [found] = await tx
    .select({ mergedInto: contacts.mergedInto })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  if (!found) throw notFound("contact");
  return found.mergedInto ? [contactId, ...(await chainOf(tx, shopId, found.mergedInto))] : [contactId];
}

const last = (chain: readonly [string, ...string[]]): string => chain.at(-1) ?? chain[0];

/** The contact to which this one belongs now: itself, or the one it was merged into at last. */
export async function livingContact(tx: Tx, shopId: string, contactId: string): Promise<string> {
  return last(await chainOf(tx, shopId, contactId));
}

/**
 * Locks contacts and all that is theirs: conversations, identities, orders, then the contacts, each in order of their
 * ids, as every other change locks them; merges of one shop go one after another. What comes in meanwhile is locked in another round, so that in the end nothing
 * of theirs can change hands or appear before the transaction ends.
 */
export async function lockContacts(tx: Tx, shopId: string, contactIds: readonly string[]): Promise<Belongings> {
  const wanted = [...contactIds];
  await lockName(tx, `merge:${shopId}`);
  for (let before = -1; ; ) {
    const threads = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), inArray(conversations.contactId, wanted)))
      .orderBy(asc(conversations.id))
      .for("update");
    const ways = await tx
      .select()
      .from(identities)
      .where(and(eq(identities.shopId, shopId), inArray(identities.contactId, wanted)))
      .orderBy(asc(identities.id))
      .for("no key update");
    const bought = await tx
      .select({ id: orders.id, contactId: orders.contactId })
      .from(orders)
      .where(and(eq(orders.shopId, shopId), inArray(orders.contactId, wanted)))
      .orderBy(asc(orders.id))
      .for("no key update");
    const people = await tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), inArray(contacts.id, wanted)))
      .orderBy(asc(contacts.id))
      .for("no key update");
    const held = threads.length + ways.length + bought.length;
    if (held === before) return { contacts: people, conversations: threads, identities: ways, orders: bought };
    before = held;
  }
}
