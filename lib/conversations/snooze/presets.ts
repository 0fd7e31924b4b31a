import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { instantOf, type Local, localOf } from "#lib/core/wall-clock";

/** The hours of the day that "morning", "evening" and the like mean. */
export const HOURS = { morning: 9, noon: 12, afternoon: 14, evening: 18, midnight: 24 } as const;

const PRESETS = ["hour", "three_hours", "evening", "tomorrow", "next_week"] as const;
export type Preset = (typeof PRESETS)[number];

/** The evening is not offered when it is about to begin. */
const TOO_CLOSE_MS = 30 * MINUTE;

/** The beginning of a day, `days` after the one that the wall clock shows. */
export function dayOf(local: Local, days = 0): Local {
  return new Date(Math.floor(local.getTime() / DAY) * DAY + days * DAY);
}

/** The hour of a day as an instant. */
export function hourOf(day: Local, hour: number, zone: string): Date {
  return instantOf(new Date(day.getTime() + hour * HOUR), zone);
}

/** Days from the day of the wall clock to the next such weekday (0 is Sunday), 1 to 7. */
export function daysTo(weekday: number, local: Local): number {
  return ((weekday - local.getUTCDay() + 6) % 7) + 1;
}

/**
 * The times offered for a snooze at an instant, each later than it, in the clocks of an IANA zone. On a Sunday tomorrow is
 * next week, and said once.
 */
export function snoozePresets(now: Date, zone: string): { preset: Preset; until: Date }[] {
  const local = localOf(now, zone);
  const evening = hourOf(dayOf(local), HOURS.evening, zone);
  const times: Record<Preset, Date | null> = {
    hour: new Date(now.getTime() + HOUR),
    three_hours: new Date(now.getTime() + 3 * HOUR),
    evening: evening.getTime() - now.getTime() > TOO_CLOSE_MS ? evening : null,
    tomorrow: hourOf(dayOf(local, 1), HOURS.morning, zone),
    next_week: daysTo(1, local) > 1 ? hourOf(dayOf(local, daysTo(1, local)), HOURS.morning, zone) : null,
  };
  return PRESETS.flatMap((preset) => {
    const until = times[preset];
    return until ? [{ preset, until }] : [];
  });
}
