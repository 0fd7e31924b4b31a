import { z } from "zod";

/** A time zone of this world, by its IANA name. */
const Zone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
    } catch {
      return false; // Intl knows a zone or throws
    }
  }, "invalid_choice");

/** In which form a transcript is asked for, and in whose time zone; without one, the shop's. */
export const TranscriptForm = z.strictObject({ as: z.enum(["text", "html"]).default("text"), zone: Zone.optional() });
export type TranscriptForm = z.output<typeof TranscriptForm>;

/** A member may ask for the notes too. */
export const MemberTranscript = TranscriptForm.extend({
  conversationId: z.uuid(),
  notes: z.enum(["true", "false"]).default("false"),
});
export type MemberTranscript = z.output<typeof MemberTranscript>;
