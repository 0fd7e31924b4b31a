import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";
import { FIELD_NAME_MAX, FIELD_VALUE_MAX, NOTE_MAX } from "./limits";

const words = (max: number) => z.string().trim().max(max, "too_long").refine(isKeptAsIs, "message_nul");

/** `version`: the one that was changed; 0 for a new note, whose id the browser makes. */
export const SaveContactNote = z.strictObject({
  contactId: z.uuid(),
  noteId: z.uuid(),
  body: words(NOTE_MAX).min(1, "required"),
  version: z.number().int().min(0).max(2_000_000_000),
});
export type SaveContactNote = z.output<typeof SaveContactNote>;

export const OneContactNote = z.strictObject({ contactId: z.uuid(), noteId: z.uuid() });
export type OneContactNote = z.output<typeof OneContactNote>;

/** `removed`: what deleting it was answered with. */
export const RestoreContactNote = z.strictObject({ contactId: z.uuid(), removed: z.string().max(20_000) });
export type RestoreContactNote = z.output<typeof RestoreContactNote>;

/** Nothing but blanks takes the value away. `before`: what it must hold until then; absent, whatever it holds. */
export const SetContactField = z.strictObject({
  contactId: z.uuid(),
  name: words(FIELD_NAME_MAX).min(1, "required"),
  value: words(FIELD_VALUE_MAX),
  before: words(FIELD_VALUE_MAX).optional(),
});
export type SetContactField = z.output<typeof SetContactField>;
