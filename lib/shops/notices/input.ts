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

/** `hour`: of her day; null for no digest. */
export const SaveDigest = z.strictObject({ hour: z.int().min(0).max(23).nullable(), timeZone: TimeZone });
export type SaveDigest = z.output<typeof SaveDigest>;
export const StopDigest = z.strictObject({ token: z.string().regex(/^[\w-]{1,200}\.[\w-]{43}$/) });
export type StopDigest = z.output<typeof StopDigest>;
