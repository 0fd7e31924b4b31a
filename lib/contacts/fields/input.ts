import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";
import { FIELD_NAME_MAX } from "../about/limits";
import { CHOICE_MAX, FIELD_KINDS, MOST_CHOICES } from "./field-kinds";

const words = (max: number) =>
  z.string().trim().min(1, "required").max(max, "too_long").refine(isKeptAsIs, "message_nul");

/**
 * Without `fieldId` a new field is made. `was`: what a choice was called until now, null for a new one; who held it holds
 * it under its new name.
 */
export const SaveField = z.strictObject({
  fieldId: z.uuid().optional(),
  name: words(FIELD_NAME_MAX),
  kind: z.enum(FIELD_KINDS, "invalid_choice"),
  choices: z
    .array(z.strictObject({ was: z.string().max(CHOICE_MAX).nullable(), name: words(CHOICE_MAX) }))
    .max(MOST_CHOICES, "too_long"),
});
export type SaveField = z.output<typeof SaveField>;

export const OneField = z.strictObject({ fieldId: z.uuid() });
export type OneField = z.output<typeof OneField>;

/** The fields in the order in which they are to stand; those left out follow them as they stood. */
export const OrderFields = z.strictObject({ fieldIds: z.array(z.uuid()).max(500, "too_long") });
export type OrderFields = z.output<typeof OrderFields>;
