import { z } from "zod";
import { RemoveMember } from "#lib/shops/input";

/** The most scheduled messages that are shown, and taken over at once. */
export const MOST_SHOWN = 100;

/** `takeOver`: which of her scheduled messages go at their time all the same, in the name of whoever removes her. */
export const DismissMember = RemoveMember.extend({
  takeOver: z.array(z.uuid()).max(MOST_SHOWN, "too_long").optional(),
});
export type DismissMember = z.output<typeof DismissMember>;
