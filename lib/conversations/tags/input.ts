import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";
import { TAG_HUES } from "./hues";

const NAME_MAX = 40;

const Name = z.string().trim().min(1, "required").max(NAME_MAX, "too_long").refine(isKeptAsIs, "message_nul");
const Hue = z.literal(TAG_HUES, "invalid_choice");

/** Without a hue the tag gets the one that the fewest tags of the shop have. */
export const CreateTag = z.strictObject({ name: Name, hue: Hue.optional() });
export type CreateTag = z.output<typeof CreateTag>;

export const ChangeTag = z.strictObject({ tagId: z.uuid(), name: Name, hue: Hue });
export type ChangeTag = z.output<typeof ChangeTag>;

export const MergeTags = z.strictObject({ tagId: z.uuid(), intoId: z.uuid() });
export type MergeTags = z.output<typeof MergeTags>;

export const OneTag = z.strictObject({ tagId: z.uuid() });
export type OneTag = z.output<typeof OneTag>;
