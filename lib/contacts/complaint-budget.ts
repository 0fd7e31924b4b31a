import { DAY } from "#lib/core/clock";

/** How many shoppers may report a shop before its offers are held back. Each state is stricter than the one before. */
export const BUDGET_STATES = ["good", "warned", "slowed", "stopped"] as const;
export type BudgetState = (typeof BUDGET_STATES)[number];

/** Reporters per 1,000 offers from which each state holds. Source: permission.md, "Caps". */
const BUDGET_LIMITS = { warned: 1, slowed: 3, stopped: 5 } as const;
/** Fewer offers than these count as so many: one report alone never slows a small shop, however little it sends. */
const LEAST_OFFERS = 1_000;
/** What counts is what happened within these; a stop lasts as long. Source: permission.md, "Caps". */
export const BUDGET_WINDOW_MS = 30 * DAY;

/** How a shop stands. `until`: when that ends by itself if nobody reports it again; null while nothing is to end. */
export type Budget = { state: BudgetState; stoppedAt: Date | null; until: Date | null };

export const GOOD_BUDGET: Budget = { state: "good", stoppedAt: null, until: null };

type Reports = {
  /** When each shopper who reported the shop last did. */
  reportedAt: readonly Date[];
  /** The shop's offers of the same time. */
  offers: number;
  /** When the shop was stopped before, if it was. */
  stoppedAt: Date | null;
  at: Date;
};

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** When the stop began that lasts at an instant; null when none does. */
const stopAt = ({ stoppedAt, at }: Pick<Reports, "stoppedAt" | "at">): Date | null =>
  stoppedAt !== null && stoppedAt <= at && at < after(stoppedAt, BUDGET_WINDOW_MS) ? stoppedAt : null;

/** From when on reports and offers count: while a shop is stopped, those that stopped it go on counting. */
export function budgetSince(given: Pick<Reports, "stoppedAt" | "at">): Date {
  return after(stopAt(given) ?? given.at, -BUDGET_WINDOW_MS);
}

/** How many shoppers who report a shop bring it into a state. */
export function reportersFor(state: keyof typeof BUDGET_LIMITS, offers: number): number {
  return Math.ceil((BUDGET_LIMITS[state] * Math.max(LEAST_OFFERS, offers)) / 1_000);
}

/**
 * How a shop stands by what shoppers reported and what it sent. A stop lasts its time whatever grows old meanwhile; it
 * ends sooner only by reports that are taken back. Source: permission.md, "Caps".
 */
export function weighBudget(given: Reports): Budget {
  const since = budgetSince(given);
  const counted = given.reportedAt.filter((one) => one > since).sort((a, b) => b.getTime() - a.getTime());
  const reached = (state: keyof typeof BUDGET_LIMITS) => counted.length >= reportersFor(state, given.offers);
  if (reached("stopped")) {
    const stoppedAt = stopAt(given) ?? given.at;
    return { state: "stopped", stoppedAt, until: after(stoppedAt, BUDGET_WINDOW_MS) };
  }
  const state = reached("slowed") ? "slowed" : reached("warned") ? "warned" : null;
  const last = state && counted[reportersFor(state, given.offers) - 1];
  return state && last ? { state, stoppedAt: null, until: after(last, BUDGET_WINDOW_MS) } : GOOD_BUDGET;
}

/** The same at an instant to come, or one that has come since: what has ended by then is over. */
export function budgetAt(budget: Budget, at: Date): Budget {
  return budget.until && budget.until <= at ? GOOD_BUDGET : budget;
}
