import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "#lib/core/clock";
import { BUDGET_STATES, budgetAt, budgetSince, weighBudget } from "./complaint-budget";
import { ago, NOW } from "./send-facts-fixture";

const reports = (...daysAgo: number[]) => daysAgo.map((days) => ago(days * DAY));
const weigh = (reportedAt: Date[], offers = 0, stoppedAt: Date | null = null) =>
  weighBudget({ reportedAt, offers, stoppedAt, at: NOW });
const inDays = (days: number) => ago(-days * DAY);

describe("the complaint budget", () => {
  it("warns at one reporter per 1,000 offers, slows at three and stops at five for 30 days", () => {
    expect(weigh([])).toEqual({ state: "good", stoppedAt: null, until: null });
    expect(weigh(reports(1))).toMatchObject({ state: "warned", until: inDays(29) });
    expect(weigh(reports(1, 2))).toMatchObject({ state: "warned", until: inDays(29) });
    expect(weigh(reports(1, 2, 3))).toMatchObject({ state: "slowed", until: inDays(27) });
    expect(weigh(reports(1, 2, 3, 4))).toMatchObject({ state: "slowed", until: inDays(27) });
    expect(weigh(reports(0, 1, 2, 3, 4))).toEqual({ state: "stopped", stoppedAt: NOW, until: inDays(30) });
  });

  it("measures a small shop as if it had sent 1,000, and a large one by what it sent", () => {
    expect(weigh(reports(1, 2), 12).state).toBe("warned");
    expect(weigh(reports(1, 2, 3, 4, 5), 2_000).state).toBe("warned");
    expect(weigh(reports(1, 2, 3, 4, 5, 6), 2_000).state).toBe("slowed");
    expect(weigh(reports(1, 2), 2_001).state).toBe("good");
  });

  it("forgets what is 30 days old, to the millisecond", () => {
    expect(weigh([new Date(ago(30 * DAY).getTime() + 1)]).state).toBe("warned");
    expect(weigh(reports(30)).state).toBe("good");
  });

  it("keeps a stop for its 30 days though its reports grow old, and ends it when one is taken back", () => {
    const stoppedAt = ago(10 * DAY);
    const five = reports(10, 20, 30, 35, 39);
    expect(weigh(five, 0, stoppedAt)).toEqual({ state: "stopped", stoppedAt, until: inDays(20) });
    expect(weigh(five.slice(1), 0, stoppedAt).state).toBe("slowed");
    expect(weigh(reports(30, 31, 32, 33, 34), 0, ago(30 * DAY)).state).toBe("good");
    expect(budgetSince({ stoppedAt, at: NOW })).toEqual(ago(40 * DAY));
    expect(budgetSince({ stoppedAt: ago(30 * DAY), at: NOW })).toEqual(ago(30 * DAY));
  });

  it("is over at the instant it was said to end, and not before", () => {
    const slowed = weigh(reports(1, 2, 3));
    expect(budgetAt(slowed, new Date(inDays(27).getTime() - 1)).state).toBe("slowed");
    expect(budgetAt(slowed, inDays(27)).state).toBe("good");
  });

  it("only gets stricter with one report more, and milder with one less", () => {
    const at = fc.integer({ min: 0, max: 45 * DAY }).map(ago);
    fc.assert(
      fc.property(fc.array(at, { maxLength: 20 }), fc.nat(5_000), fc.option(at), at, (given, offers, stopped, more) => {
        const rank = (list: Date[]) => BUDGET_STATES.indexOf(weigh(list, offers, stopped).state);
        expect(rank([...given, more])).toBeGreaterThanOrEqual(rank(given));
      }),
    );
  });
});
