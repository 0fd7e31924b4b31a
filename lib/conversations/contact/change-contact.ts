import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { lockContact } from "#lib/contacts/about/lock-contact";
import { contactChanged } from "#lib/contacts/events";
import { notFound, refused } from "#lib/core/errors";
import { changeConversation } from "../access";
import { conversationChanged } from "../events";

/** What a contact is called and what she speaks, as members may change it. */
export type ContactFacts = { contactId: string; name: string; locale: string | null };
type Change = { [Key in "name" | "locale"]?: { to: ContactFacts[Key]; before: ContactFacts[Key] | undefined } };

function isOther<T>(now: T, before: T | undefined): boolean {
  return before !== undefined && before !== now;
}

/**
 * Changes what a living contact is called or speaks, and every row of a list that says so. What somebody else changed
 * meanwhile is refused, never overwritten.
 */
export async function changeContact(
  tx: Tx,
  shopId: string,
  of: string,
  { name, locale }: Change,
): Promise<ContactFacts> {
  const contactId = await lockContact(tx, shopId, of);
  const here = and(eq(contacts.shopId, shopId), eq(contacts.id, contactId));
  const [held] = await tx.select({ name: contacts.name, locale: contacts.locale }).from(contacts).where(here);
  if (!held) throw notFound("contact");
  const next = { name: name ? name.to : held.name, locale: locale ? locale.to : held.locale };
  if (next.name === held.name && next.locale === held.locale) return { contactId, ...held };
  if (isOther(held.name, name?.before) || isOther(held.locale, locale?.before)) throw refused("field_changed");
  await tx
    .update(contacts)
    .set({ ...next, version: sql`${contacts.version} + 1` })
    .where(here);
  const hers = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)))
    .orderBy(asc(conversations.id))
    .for("no key update");
  for (const conversation of hers) {
    await changeConversation(tx, conversation, { language: next.locale });
    await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
  }
  await contactChanged.record(tx, shopId, { contactId });
  return { contactId, ...next };
}
