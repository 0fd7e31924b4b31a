/** What a shop allows itself of offers: hours of her day, how many to one person in 30 days, and days between two. */
export type OfferLimits = { from: number; to: number; aMonth: number; restDays: number };

/** The most that the rule allows; a shop may narrow it and never widen it. Source: permission.md, "Caps". */
export const WIDEST: OfferLimits = { from: 8, to: 20, aMonth: 2, restDays: 7 };

/** What a shop can choose. */
export const LIMIT_CHOICES = {
  from: [8, 9, 10, 11, 12, 13, 14, 15, 16],
  to: [20, 19, 18, 17, 16, 15, 14, 13, 12],
  aMonth: [2, 1],
  restDays: [7, 10, 14, 21, 30, 60],
} as const;

/** The narrower of what a shop chose and what the rule allows. */
export function withinRule({ from, to, aMonth, restDays }: OfferLimits): OfferLimits {
  return {
    from: Math.max(from, WIDEST.from),
    to: Math.min(to, WIDEST.to),
    aMonth: Math.min(aMonth, WIDEST.aMonth),
    restDays: Math.max(restDays, WIDEST.restDays),
  };
}
