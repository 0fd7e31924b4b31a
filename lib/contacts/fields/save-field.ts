import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contactFields, contactFieldValues } from "#db/schema/contact-about";
import { invalid, refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { contactFieldsChanged } from "../events";
import { DAY_PATTERN, type FieldKind, NUMBER_PATTERN } from "./field-kinds";
import type { SaveField } from "./input";
import type { FieldView } from "./list-fields";
import { fieldCalled, lockFields, requireField, requireRoom } from "./lock-fields";

/** How much of a value that is in the way is told. */
const EXAMPLE_MAX = 60;

function namesOf({ kind, choices }: SaveField): string[] {
  if (kind !== "choice") return [];
  const names = choices.map(({ name }) => name);
  if (names.length === 0) throw invalid("field_no_choices");
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) throw invalid("field_same_choices");
  return names;
}

/** Who holds a choice that is called otherwise from now on holds it so; all at once, so that two may change places. */
async function renameChoices(tx: Tx, shopId: string, fieldId: string, choices: SaveField["choices"]): Promise<void> {
  const renamed = choices.filter(({ was, name }) => was !== null && was !== name);
  if (renamed.length === 0) return;
  const cases = renamed.map(({ was, name }) => sql`when ${was}::text then ${name}::text`);
  await tx
    .update(contactFieldValues)
    .set({ value: sql`case ${contactFieldValues.value} ${sql.join(cases, sql` `)} end` })
    .where(
      and(
        eq(contactFieldValues.shopId, shopId),
        eq(contactFieldValues.fieldId, fieldId),
        inArray(
          contactFieldValues.value,
          renamed.flatMap(({ was }) => was ?? []),
        ),
      ),
    );
}

function unfit(kind: FieldKind, names: readonly string[]): SQL | null {
  const { value } = contactFieldValues;
  if (kind === "number") return sql`${value} !~ ${NUMBER_PATTERN}`;
  if (kind === "date") return sql`${value} !~ ${DAY_PATTERN}`;
  return kind === "choice" ? sql`not (${inArray(value, [...names])})` : null;
}

/** What some contact holds and the field could not hold any more is in the way; it is said which. */
async function requireFit(tx: Tx, shopId: string, fieldId: string, kind: FieldKind, names: string[]): Promise<void> {
  const wrong = unfit(kind, names);
  if (!wrong) return;
  const [held] = await tx
    .select({ value: contactFieldValues.value })
    .from(contactFieldValues)
    .where(and(eq(contactFieldValues.shopId, shopId), eq(contactFieldValues.fieldId, fieldId), wrong))
    .limit(1);
  if (held) throw refused("field_holds_other", { value: held.value.slice(0, EXAMPLE_MAX) });
}

/**
 * Makes a field for what the shop wants to know of its contacts, or changes one: its name, its kind, what can be chosen. A
 * kind, or a choice's end, that does not fit what contacts hold is refused. For owners and admins.
 */
export async function saveField(actor: MemberActor, input: SaveField): Promise<FieldView> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  const { fieldId, name, kind } = input;
  const names = namesOf(input);
  return inShop(shopId, async (tx) => {
    const fields = await lockFields(tx, shopId);
    const same = fieldCalled(fields, name);
    if (same && same.id !== fieldId)
      throw refused(same.archived ? "field_archived" : "field_name_taken", { name: same.name });
    const held = { kind, choices: names, defined: true };
    const saved = fieldId
      ? await change(tx, shopId, { ...requireField(fields, fieldId), name, ...held }, input.choices)
      : await makeField(tx, shopId, fields, { name, ...held });
    await contactFieldsChanged.record(tx, shopId, {});
    return saved;
  });
}

async function change(
  tx: Tx,
  shopId: string,
  { id, archived, ...field }: FieldView,
  choices: SaveField["choices"],
): Promise<FieldView> {
  if (field.kind === "choice") await renameChoices(tx, shopId, id, choices);
  await requireFit(tx, shopId, id, field.kind, field.choices);
  await tx
    .update(contactFields)
    .set(field)
    .where(and(eq(contactFields.shopId, shopId), eq(contactFields.id, id)));
  return { id, archived, ...field };
}

/** Makes a field that stands after all others. */
export async function makeField(
  tx: Tx,
  shopId: string,
  fields: readonly FieldView[],
  field: Omit<FieldView, "id" | "archived">,
): Promise<FieldView> {
  requireRoom(fields);
  const last = sql`(select coalesce(max(f.place), 0) + 1 from ${contactFields} f where f.shop_id = ${shopId})`;
  const [made] = await tx
    .insert(contactFields)
    .values({ shopId, ...field, place: last })
    .returning({ id: contactFields.id });
  if (!made) throw new Error("a field was not stored");
  return { id: made.id, archived: false, ...field };
}
