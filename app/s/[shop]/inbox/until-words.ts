import type { Format } from "#lib/i18n/format";

/** Until when, for an instant of the next seven days: "16:40" today, else the day's name, "Tuesday". */
export function untilWords(format: Format, until: string): string {
  const today = format.date(until) === format.date(format.now());
  return today ? format.time(until) : format.weekdayName(until);
}
