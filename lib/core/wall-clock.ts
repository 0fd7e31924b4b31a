import { DAY } from "./clock";

/** A wall clock's reading, as the instant at which a clock in UTC reads the same. */
export type Local = Date;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, made);
  return made;
}

/** What the clocks of an IANA zone read at an instant, to the second. */
export function localOf(at: Date, zone: string): Local {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (part: Intl.DateTimeFormatPartTypes) => parts.get(part) ?? 0;
  return new Date(Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")));
}

/**
 * The instant at which the zone's clocks read `local`. Where they skip that hour it is as much later; where they read it
 * twice, the first time.
 */
export function instantOf(local: Local, zone: string): Date {
  const offset = (days: number) => {
    const at = new Date(local.getTime() + days * DAY);
    return localOf(at, zone).getTime() - at.getTime();
  };
  const before = local.getTime() - offset(-1);
  const either = [before, local.getTime() - offset(1)].sort((a, b) => a - b).map((time) => new Date(time));
  return either.find((at) => localOf(at, zone).getTime() === local.getTime()) ?? new Date(before);
}
