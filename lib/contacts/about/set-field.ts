import { and, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contactFields, contactFieldValues } from "#db/schema/contact-about";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { contactChanged } from "../events";
import { keptValue } from "../fields/field-kinds";
import type { FieldView } from "../fields/list-fields";
import { fieldCalled, lockFields } from "../fields/lock-fields";
import { makeField } from "../fields/save-field";
import type { SetContactField } from "./input";
import { type AboutView, readAbout, withMerged } from "./load-about";
import { lockContact } from "./lock-contact";

/** What a field holds for a contact and those merged into it; nothing where it is empty. */
async function readValue(tx: Tx, shopId: string, contactIds: string[], fieldId: string): Promise<string> {
  const [held] = await tx
    .select({ value: contactFieldValues.value })
    .from(contactFieldValues)
    .where(valuesOf(shopId, fieldId, contactIds))
    .orderBy(desc(contactFieldValues.at))
    .limit(1);
  return held?.value ?? "";
}

const valuesOf = (shopId: string, fieldId: string, contactIds: string[]) =>
  and(
    eq(contactFieldValues.shopId, shopId),
    eq(contactFieldValues.fieldId, fieldId),
    inArray(contactFieldValues.contactId, contactIds),
  );

/**
 * Fills in a field of a contact, or empties it. A name that is new makes the field for the whole shop; one that no contact
 * has any more is gone, unless it was defined. Another member's change meanwhile is refused, never overwritten.
 */
export async function setContactField(actor: MemberActor, input: SetContactField): Promise<AboutView> {
  const { shopId } = actor;
  const { name, before } = input;
  return inShop(shopId, async (tx) => {
    const contactId = await lockContact(tx, shopId, input.contactId);
    const ids = await withMerged(tx, shopId, [contactId]);
    const fields = await lockFields(tx, shopId);
    const field = fieldCalled(fields, name);
    if (field?.archived) throw refused("field_archived", { name: field.name });
    const value = field && input.value ? keptValue(field, input.value) : input.value;
    const held = field ? await readValue(tx, shopId, ids, field.id) : "";
    if (before !== undefined && held !== before && held !== value) throw refused("field_changed");
    if (value)
      await fill(tx, shopId, contactId, (field ?? (await makeField(tx, shopId, fields, typed(name)))).id, value);
    else if (field) await empty(tx, shopId, ids, field);
    await contactChanged.record(tx, shopId, { contactId });
    return readAbout(tx, shopId, contactId);
  });
}

const typed = (name: string) => ({ name, kind: "text" as const, choices: [], defined: false });

async function fill(tx: Tx, shopId: string, contactId: string, fieldId: string, value: string): Promise<void> {
  const { contactId: ofContact, fieldId: ofField } = contactFieldValues;
  await tx
    .insert(contactFieldValues)
    .values({ shopId, contactId, fieldId, value })
    .onConflictDoUpdate({ target: [ofContact, ofField], set: { value, at: sql`clock_timestamp()` } });
}

async function empty(tx: Tx, shopId: string, contactIds: string[], { id, defined }: FieldView): Promise<void> {
  await tx.delete(contactFieldValues).where(valuesOf(shopId, id, contactIds));
  if (defined) return;
  const used = tx
    .select({ id: contactFieldValues.fieldId })
    .from(contactFieldValues)
    .where(and(eq(contactFieldValues.shopId, shopId), eq(contactFieldValues.fieldId, id)));
  await tx
    .delete(contactFields)
    .where(and(eq(contactFields.shopId, shopId), eq(contactFields.id, id), notExists(used)));
}
