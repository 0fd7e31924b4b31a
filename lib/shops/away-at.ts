import { members, shops } from "#db/schema/shops";
import { now } from "#lib/core/clock";
import { workingAt } from "./working-hours";

type Present = Pick<typeof members.$inferSelect, "awaySince" | "hours" | "availableUntil"> &
  Pick<typeof shops.$inferSelect, "timeZone">;

/** What tells whether a member is away; to be selected of members joined with their shop. */
export const PRESENT = {
  awaySince: members.awaySince,
  hours: members.hours,
  availableUntil: members.availableUntil,
  timeZone: shops.timeZone,
};

/**
 * Null while a member is available; else until when she is away: the beginning of her hours, or null where only she ends
 * it. Her own word goes before the clock: away stays away, available lasts until her hours change next.
 */
export function awayAt(
  { awaySince, hours, availableUntil, timeZone }: Present,
  at: Date = now(),
): { until: Date | null } | null {
  if (awaySince) return { until: null };
  if (!hours || (availableUntil && at < availableUntil)) return null;
  const { working, changesAt } = workingAt(hours, timeZone, at);
  return working ? null : { until: changesAt };
}
