import type { quietTimes } from "#db/schema/notice-choices";
import { DAY, MINUTE } from "#lib/core/clock";
import { localOf } from "#lib/core/wall-clock";

/** A stretch of every week, as the table says. */
export type QuietStretch = (typeof quietTimes.$inferSelect)["stretches"][number];

/** When a member is told of nothing, by the clocks of an IANA zone. */
export type QuietTimes = { timeZone: string; stretches: readonly QuietStretch[] };

/** Stretches of a week that one member may choose. */
export const MOST_STRETCHES = 4;

/** Every night: what a member is offered first. */
export const NIGHTS: QuietStretch = { days: [0, 1, 2, 3, 4, 5, 6], from: 20 * 60, until: 8 * 60 };

/**
 * Whether a member is to be left alone at an instant. What her clocks read decides, so a night in which they are changed
 * is an hour longer or shorter, and its ends stay where she chose them.
 */
export function isQuiet(times: QuietTimes | null, at: Date): boolean {
  if (!times) return false;
  const local = localOf(at, times.timeZone);
  const day = (local.getUTCDay() + 6) % 7;
  const minute = Math.floor((local.getTime() % DAY) / MINUTE);
  return times.stretches.some(({ days, from, until }) => {
    const begunToday = days.includes(day) && minute >= from;
    if (from < until) return begunToday && minute < until;
    return begunToday || (days.includes((day + 6) % 7) && minute < until);
  });
}
