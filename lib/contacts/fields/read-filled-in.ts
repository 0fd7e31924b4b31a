import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contactFieldValues } from "#db/schema/contact-about";
import { contacts } from "#db/schema/contacts";

/**
 * What is filled in with each of these contacts, by contact and by the field's id. What was filled in with a contact that
 * was joined with one of them is hers; of several, what was filled in last.
 */
export async function readFilledIn(
  tx: Tx,
  shopId: string,
  contactIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  if (contactIds.length === 0) return found;
  const whose = new Map(contactIds.map((id) => [id, id]));
  for (let last: readonly string[] = contactIds; last.length > 0; ) {
    const joined = await tx
      .select({ id: contacts.id, into: contacts.mergedInto })
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), inArray(contacts.mergedInto, [...last])));
    for (const { id, into } of joined) whose.set(id, whose.get(into ?? "") ?? id);
    last = joined.map(({ id }) => id);
  }
  const values = await tx
    .select()
    .from(contactFieldValues)
    .where(and(eq(contactFieldValues.shopId, shopId), inArray(contactFieldValues.contactId, [...whose.keys()])))
    .orderBy(asc(contactFieldValues.at));
  for (const { contactId, fieldId, value } of values) {
    const owner = whose.get(contactId) ?? contactId;
    found.set(owner, { ...found.get(owner), [fieldId]: value });
  }
  return found;
}
