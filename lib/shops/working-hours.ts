import type { WorkingSpan } from "#db/schema/shops";
import { DAY, MINUTE } from "#lib/core/clock";
import { instantOf, localOf } from "#lib/core/wall-clock";

/** A member's week: Monday first, seven days. */
export type WorkingHours = readonly (readonly WorkingSpan[])[];

/** A span may end on the day after its own. */
const LOOKED_BACK_DAYS = 1;
/** The day's own earlier spans come again a week later. */
const LOOKED_AHEAD_DAYS = 7;

/** The spans around `at` as instants, by the clocks of an IANA zone; one that falls into a skipped hour is empty. */
function spansAround(hours: WorkingHours, zone: string, at: Date): { start: number; end: number }[] {
  const local = localOf(at, zone);
  const today = Math.floor(local.getTime() / DAY) * DAY;
  const spans = [];
  for (let ahead = -LOOKED_BACK_DAYS; ahead <= LOOKED_AHEAD_DAYS; ahead++) {
    const day = new Date(today + ahead * DAY);
    const instant = (minutes: number) => instantOf(new Date(day.getTime() + minutes * MINUTE), zone).getTime();
    for (const { from, to } of hours[(day.getUTCDay() + 6) % 7] ?? [])
      spans.push({ start: instant(from), end: instant(to) });
  }
  return spans.filter(({ start, end }) => start < end);
}

/**
 * Whether `at` is within the hours, and when that changes: when they end, else when they begin next. Spans that meet or
 * overlap are one. Null where it never does.
 */
export function workingAt(hours: WorkingHours, zone: string, at: Date): { working: boolean; changesAt: Date | null } {
  const spans = spansAround(hours, zone, at).sort((a, b) => a.start - b.start);
  let end = at.getTime();
  for (const span of spans) if (span.start <= end && span.end > end) end = span.end;
  const working = spans.some(({ start, end: until }) => start <= at.getTime() && at.getTime() < until);
  if (working) return { working, changesAt: end < at.getTime() + LOOKED_AHEAD_DAYS * DAY ? new Date(end) : null };
  const next = spans.find(({ start }) => start > at.getTime());
  return { working, changesAt: next ? new Date(next.start) : null };
}
