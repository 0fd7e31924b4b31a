import { isUntilReply } from "#lib/conversations/snooze/until-reply";
import { DAY } from "#lib/core/clock";
import type { Format } from "#lib/i18n/format";

/** Until when, for an instant of the next seven days: "16:40" today, else the day's name, "Tuesday". */
export function untilWords(format: Format, until: string): string {
  const today = format.date(until) === format.date(format.now());
  return today ? format.time(until) : format.weekdayName(until);
}

/** When something comes back: "16:40" today, "Tuesday 09:00" within a week, else "12 May 09:00"; or that she replies. */
export function wakeWords(format: Format, until: string): string {
  if (isUntilReply(until)) return format.reply;
  const ahead = Date.parse(until) - format.now().getTime();
  if (format.date(until) === format.date(format.now())) return format.time(until);
  return `${ahead < 6 * DAY ? format.weekdayName(until) : format.date(until)} ${format.time(until)}`;
}
