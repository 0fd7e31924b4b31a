import { DAY, HOUR } from "#lib/core/clock";
import { instantOf, type Local, localOf } from "#lib/core/wall-clock";
import { type OfferLimits, WIDEST, withinRule } from "./offer-limits";
import { isPublicHoliday, type Region } from "./public-holidays";

type Cap = { most: number; within: number };

/** Most offers to one person of one shop. Source: permission.md, "Caps"; a month is counted as 30 days. */
function capsOf({ aMonth, restDays }: Pick<OfferLimits, "aMonth" | "restDays">): Cap[] {
  return [
    { most: 1, within: restDays * DAY },
    { most: aMonth, within: 30 * DAY },
  ];
}

/** The caps that a shop chose, within the rule. */
export const capsWithin = (limits: OfferLimits) => capsOf(withinRule(limits));

/** The same while shoppers' reports slow the shop: half as many. Source: docs/decisions/0020. */
export const SLOWED_CAPS = [{ most: 1, within: 30 * DAY }];

const isOfferDay = (day: Local, region: Region) => day.getUTCDay() !== 0 && !isPublicHoliday(day, region);

/**
 * `at` when an offer may go out then to somebody there, else the first later instant at which it may: between the hours
 * of her day that the rule and the shop allow, never on Sundays or public holidays. Source: permission.md, "Caps".
 */
export function nextOfferTime(at: Date, region: Region, limits: OfferLimits = WIDEST): Date {
  const { from, to } = withinRule(limits);
  const { zone } = region;
  const local = localOf(at, zone);
  const hour = local.getUTCHours();
  let day = new Date(Math.floor(local.getTime() / DAY) * DAY);
  if (isOfferDay(day, region) && hour >= from && hour < to) return at;
  if (hour >= from) day = new Date(day.getTime() + DAY);
  while (!isOfferDay(day, region)) day = new Date(day.getTime() + DAY);
  return instantOf(new Date(day.getTime() + from * HOUR), zone);
}

/** `at` when the caps leave room for an offer then, else the first later instant at which they do. */
export function offerCapEnds(at: Date, sentAt: readonly Date[], caps: readonly Cap[] = capsOf(WIDEST)): Date {
  const newestFirst = sentAt.map((sent) => sent.getTime()).sort((a, b) => b - a);
  const ends = caps.map(({ most, within }) => (newestFirst[most - 1] ?? Number.NEGATIVE_INFINITY) + within);
  return new Date(Math.max(at.getTime(), ...ends));
}
