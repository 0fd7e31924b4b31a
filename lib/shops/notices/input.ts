import { z } from "zod";
import { DAY, MINUTE } from "#lib/core/clock";
import { TimeZone } from "../input";
import { MOST_STRETCHES } from "./quiet-times";

const Minute = z
  .int()
  .min(0)
  .max(DAY / MINUTE - 1);

const QuietStretch = z.strictObject({
  days: z
    .array(z.int().min(0).max(6))
    .min(1, "required")
    .max(7)
    .transform((days) => [...new Set(days)].sort()),
  from: Minute,
  until: Minute,
});

export const SaveQuietTimes = z.strictObject({
  timeZone: TimeZone,
  stretches: z.array(QuietStretch).max(MOST_STRETCHES),
});
export type SaveQuietTimes = z.output<typeof SaveQuietTimes>;
