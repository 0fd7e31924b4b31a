import { DAY, HOUR } from "#lib/core/clock";
import { instantOf, localOf } from "#lib/core/wall-clock";

/** At which hour of her day a member is mailed how things stand, by the clocks of an IANA zone. */
export type DigestTime = { hour: number; timeZone: string };

/** A day as its date, "2026-06-02". */
export type DayName = string;

/** When the digest of a day is due. */
export function dueAt({ hour, timeZone }: DigestTime, day: DayName): Date {
  return instantOf(new Date(Date.parse(day) + hour * HOUR), timeZone);
}

/** The day whose digest is the next to come after an instant: none that has had one, `last` being the latest. */
export function nextDay(time: DigestTime, after: Date, last: DayName | null): DayName {
  const today = localOf(after, time.timeZone).getTime();
  for (let ahead = 0; ; ahead++) {
    const day = new Date(today + ahead * DAY).toISOString().slice(0, 10);
    if (dueAt(time, day) > after && (last === null || day > last)) return day;
  }
}
