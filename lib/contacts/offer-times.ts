import { DAY, HOUR } from "#lib/core/clock";
import { instantOf, type Local, localOf } from "#lib/core/wall-clock";
import { isPublicHoliday, type Region } from "./public-holidays";

/** Offers go out between these hours of her day, never on Sundays or public holidays. Source: permission.md, "Caps". */
const FIRST_HOUR = 8;
const LAST_HOUR = 20;
/** Most offers to one person of one shop. Source: permission.md, "Caps"; a month is counted as 30 days. */
const CAPS = [
  { most: 1, within: 7 * DAY },
  { most: 2, within: 30 * DAY },
];

/** The same while shoppers' reports slow the shop: half as many. Source: docs/decisions/0020. */
export const SLOWED_CAPS = [{ most: 1, within: 30 * DAY }];

const isOfferDay = (day: Local, region: Region) => day.getUTCDay() !== 0 && !isPublicHoliday(day, region);

/** `at` when an offer may go out then to somebody there, else the first later instant at which it may. */
export function nextOfferTime(at: Date, region: Region): Date {
  const { zone } = region;
  const local = localOf(at, zone);
  const hour = local.getUTCHours();
  let day = new Date(Math.floor(local.getTime() / DAY) * DAY);
  if (isOfferDay(day, region) && hour >= FIRST_HOUR && hour < LAST_HOUR) return at;
  if (hour >= FIRST_HOUR) day = new Date(day.getTime() + DAY);
  while (!isOfferDay(day, region)) day = new Date(day.getTime() + DAY);
  return instantOf(new Date(day.getTime() + FIRST_HOUR * HOUR), zone);
}

/** `at` when the caps leave room for an offer then, else the first later instant at which they do. */
export function offerCapEnds(at: Date, sentAt: readonly Date[], caps: typeof CAPS = CAPS): Date {
  const newestFirst = sentAt.map((sent) => sent.getTime()).sort((a, b) => b - a);
  const ends = caps.map(({ most, within }) => (newestFirst[most - 1] ?? Number.NEGATIVE_INFINITY) + within);
  return new Date(Math.max(at.getTime(), ...ends));
}
