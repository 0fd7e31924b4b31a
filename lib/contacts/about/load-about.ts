import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contactFields, contactFieldValues, contactNotes } from "#db/schema/contact-about";
import { contacts } from "#db/schema/contacts";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { type FieldView, readAllFields } from "../fields/list-fields";

export type ContactNote = { id: string; body: string; by: string; at: string; version: number };
export type ContactField = { name: string; value: string };
export type AboutView = {
  /** The newest first. */
  notes: ContactNote[];
  /** What is filled in, in the order of the fields. */
  fields: ContactField[];
  /** The fields that the shop has, in their order. */
  shapes: Pick<FieldView, "name" | "kind" | "choices" | "defined">[];
};

/** A contact and all that were merged into it, however far. */
export async function withMerged(tx: Tx, shopId: string, ids: string[]): Promise<string[]> {
  const found = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), or(inArray(contacts.id, ids), inArray(contacts.mergedInto, ids))));
  const all = found.map(({ id }) => id);
  return all.length > ids.length ? withMerged(tx, shopId, all) : ids;
}

export async function readNotes(tx: Tx, shopId: string, contactIds: string[]): Promise<ContactNote[]> {
  const rows = await tx
    .select({ note: contactNotes, by: persons.name })
    .from(contactNotes)
    .innerJoin(members, and(eq(members.shopId, contactNotes.shopId), eq(members.id, contactNotes.byMemberId)))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(contactNotes.shopId, shopId), inArray(contactNotes.contactId, contactIds)))
    .orderBy(desc(contactNotes.createdAt), desc(contactNotes.id));
  return rows.map(({ note: { id, body, version, updatedAt }, by }) => ({
    ...{ id, body, by, version },
    at: updatedAt.toISOString(),
  }));
}

/** What is filled in, in fields that are put away too; of merged contacts that differ, what was filled in last. */
export async function readFields(tx: Tx, shopId: string, contactIds: string[]): Promise<ContactField[]> {
  const rows = await tx
    .selectDistinctOn([contactFields.id], {
      ...{ name: contactFields.name, place: contactFields.place },
      value: contactFieldValues.value,
    })
    .from(contactFieldValues)
    .innerJoin(
      contactFields,
      and(eq(contactFields.shopId, contactFieldValues.shopId), eq(contactFields.id, contactFieldValues.fieldId)),
    )
    .where(and(eq(contactFieldValues.shopId, shopId), inArray(contactFieldValues.contactId, contactIds)))
    .orderBy(contactFields.id, desc(contactFieldValues.at));
  return rows
    .sort((a, b) => a.place - b.place || a.name.localeCompare(b.name))
    .map(({ name, value }) => ({ name, value }));
}

/** What members wrote down about a contact. */
export async function readAbout(tx: Tx, shopId: string, contactId: string): Promise<AboutView> {
  const ids = await withMerged(tx, shopId, [contactId]);
  const used = (await readAllFields(tx, shopId)).filter(({ archived }) => !archived);
  const filled = await readFields(tx, shopId, ids);
  return {
    notes: await readNotes(tx, shopId, ids),
    fields: filled.filter((one) => used.some(({ name }) => name === one.name)),
    shapes: used.map(({ name, kind, choices, defined }) => ({ name, kind, choices, defined })),
  };
}
