import type { ClosedDays, Opening } from "#db/schema/widget";
import { isPublicHoliday } from "#lib/contacts/public-holidays";
import { DAY, MINUTE } from "#lib/core/clock";
import { instantOf, type Local, localOf } from "#lib/core/wall-clock";

/** When a shop is open. `hours`: Monday first, seven days; null: always. */
export type OpeningTimes = {
  hours: readonly (readonly Opening[])[] | null;
  keepsHolidays: boolean;
  alsaceMoselle: boolean;
  closedDays: readonly ClosedDays[];
  timeZone: string;
};

/** How far the next opening is looked for: a shop that is away for longer says nothing of when it is back. */
const LOOKED_AHEAD_DAYS = 60;

/** The midnight a day began with, on the same clock. */
export const midnightOf = (local: Local): Local => new Date(Math.floor(local.getTime() / DAY) * DAY);

function openingsOf(day: Local, times: OpeningTimes): readonly Opening[] {
  const date = day.toISOString().slice(0, 10);
  const away = times.closedDays.some(({ from, to }) => from <= date && date <= to);
  const region = { zone: times.timeZone, alsaceMoselle: times.alsaceMoselle };
  if (away || (times.keepsHolidays && isPublicHoliday(day, region))) return [];
  return times.hours?.[(day.getUTCDay() + 6) % 7] ?? [];
}

/** Null while the shop is open at `at`; else when it opens next, by the shop's own clocks, null when that is far off. */
export function closedAt(times: OpeningTimes, at: Date): { opensAt: Date | null } | null {
  if (!times.hours && times.closedDays.length === 0) return null;
  const all: OpeningTimes = times.hours ? times : { ...times, hours: ALWAYS, keepsHolidays: false };
  const local = localOf(at, all.timeZone);
  const today = midnightOf(local);
  const minute = (local.getTime() - today.getTime()) / MINUTE;
  if (openingsOf(today, all).some(({ from, to }) => from <= minute && minute < to)) return null;
  for (let ahead = 0; ahead <= LOOKED_AHEAD_DAYS; ahead++) {
    const day = new Date(today.getTime() + ahead * DAY);
    const next = openingsOf(day, all).find(({ from }) => ahead > 0 || from > minute);
    if (next) return { opensAt: instantOf(new Date(day.getTime() + next.from * MINUTE), all.timeZone) };
  }
  return { opensAt: null };
}

const ALWAYS: readonly (readonly Opening[])[] = Array.from({ length: 7 }, () => [{ from: 0, to: DAY / MINUTE }]);
