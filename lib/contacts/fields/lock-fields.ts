import type { Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { notFound, refused } from "#lib/core/errors";
import { MOST_FIELDS } from "../about/limits";
import { type FieldView, readAllFields } from "./list-fields";

/** The fields of a shop, which are made, changed and filled in one after another. */
export async function lockFields(tx: Tx, shopId: string): Promise<FieldView[]> {
  await lockName(tx, `fields:${shopId}`);
  return readAllFields(tx, shopId);
}

export const fieldCalled = (fields: readonly FieldView[], name: string): FieldView | undefined =>
  fields.find((field) => field.name.toLowerCase() === name.toLowerCase());

export function requireField(fields: readonly FieldView[], fieldId: string): FieldView {
  const field = fields.find(({ id }) => id === fieldId);
  if (!field) throw notFound("field");
  return field;
}

/** Refuses one more field in use where there are as many as a shop may have. */
export function requireRoom(fields: readonly FieldView[]): void {
  if (fields.filter(({ archived }) => !archived).length >= MOST_FIELDS)
    throw refused("too_many_fields", { max: MOST_FIELDS });
}
