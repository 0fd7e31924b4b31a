import { z } from "zod";
import { REPORT_REASONS } from "#db/schema/reports";

/** Reports one of the shop's messages, with a reason if she has one, or takes her report back. */
export const ReportMessage = z.strictObject({
  messageId: z.uuid(),
  reported: z.boolean(),
  reason: z.enum(REPORT_REASONS).nullable(),
});
export type ReportMessage = z.output<typeof ReportMessage>;
