import { and, count, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { contactFields, contactFieldValues } from "#db/schema/contact-about";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { contactChanged } from "../events";
import type { SetContactField } from "./input";
import { MOST_FIELDS } from "./limits";
import { type AboutView, readAbout, withMerged } from "./load-about";
import { lockContact } from "./lock-contact";

/** The field that is called so, however its letters are written; null where the shop has none. */
async function findField(tx: Tx, shopId: string, name: string): Promise<string | null> {
  const [field] = await tx
    .select({ id: contactFields.id })
    .from(contactFields)
    .where(and(eq(contactFields.shopId, shopId), eq(sql`lower(${contactFields.name})`, sql`lower(${name})`)));
  return field?.id ?? null;
}

/** What a field holds for a contact and those merged into it; nothing where it is empty. */
async function readValue(tx: Tx, shopId: string, contactIds: string[], name: string): Promise<string> {
  const fieldId = await findField(tx, shopId, name);
  if (!fieldId) return "";
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

async function makeField(tx: Tx, shopId: string, name: string): Promise<string> {
  await lockName(tx, `fields:${shopId}`);
  const same = await findField(tx, shopId, name);
  if (same) return same;
  const [held] = await tx.select({ n: count() }).from(contactFields).where(eq(contactFields.shopId, shopId));
  if ((held?.n ?? 0) >= MOST_FIELDS) throw refused("too_many_fields", { max: MOST_FIELDS });
  const [made] = await tx.insert(contactFields).values({ shopId, name }).returning({ id: contactFields.id });
  if (!made) throw new Error("a field was not stored");
  return made.id;
}

/**
 * Fills in a field of a contact, or empties it. A name that is new makes the field for the whole shop; one that no contact
 * has any more is gone. Another member's change meanwhile is refused, never overwritten.
 */
export async function setContactField(actor: MemberActor, input: SetContactField): Promise<AboutView> {
  const { shopId } = actor;
  const { name, value, before } = input;
  return inShop(shopId, async (tx) => {
    const contactId = await lockContact(tx, shopId, input.contactId);
    const ids = await withMerged(tx, shopId, [contactId]);
    const held = await readValue(tx, shopId, ids, name);
    if (before !== undefined && held !== before && held !== value) throw refused("field_changed");
    if (value) await fill(tx, shopId, contactId, await makeField(tx, shopId, name), value);
    else await empty(tx, shopId, ids, name);
    await contactChanged.record(tx, shopId, { contactId });
    return readAbout(tx, shopId, contactId);
  });
}

async function fill(tx: Tx, shopId: string, contactId: string, fieldId: string, value: string): Promise<void> {
  const { contactId: ofContact, fieldId: ofField } = contactFieldValues;
  await tx
    .insert(contactFieldValues)
    .values({ shopId, contactId, fieldId, value })
    .onConflictDoUpdate({ target: [ofContact, ofField], set: { value, at: sql`clock_timestamp()` } });
}

async function empty(tx: Tx, shopId: string, contactIds: string[], name: string): Promise<void> {
  await lockName(tx, `fields:${shopId}`);
  const fieldId = await findField(tx, shopId, name);
  if (!fieldId) return;
  await tx.delete(contactFieldValues).where(valuesOf(shopId, fieldId, contactIds));
  const used = tx
    .select({ id: contactFieldValues.fieldId })
    .from(contactFieldValues)
    .where(and(eq(contactFieldValues.shopId, shopId), eq(contactFieldValues.fieldId, fieldId)));
  await tx
    .delete(contactFields)
    .where(and(eq(contactFields.shopId, shopId), eq(contactFields.id, fieldId), notExists(used)));
}
