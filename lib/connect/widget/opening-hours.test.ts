import { expect, it } from "vitest";
import { closedAt, type OpeningTimes } from "./opening-hours";

const nine = { from: 9 * 60, to: 19 * 60 };
const paris: OpeningTimes = {
  hours: [
    [],
    [nine],
    [nine],
    [nine],
    [
      { from: 9 * 60, to: 12 * 60 },
      { from: 14 * 60, to: 20 * 60 },
    ],
    [nine],
    [nine],
  ],
  keepsHolidays: true,
  alsaceMoselle: false,
  closedDays: [{ from: "2026-08-03", to: "2026-08-16" }],
  timeZone: "Europe/Paris",
};
const opens = (at: string, times = paris) => {
  const closed = closedAt(times, new Date(at));
  return closed && (closed.opensAt?.toISOString() ?? "far");
};

it.each([
  ["a Tuesday at 9:00 sharp", "2026-06-02T07:00:00Z", null],
  ["the minute before", "2026-06-02T06:59:00Z", "2026-06-02T07:00:00.000Z"],
  ["a Tuesday at 19:00 sharp", "2026-06-02T17:00:00Z", "2026-06-03T07:00:00.000Z"],
  ["a Monday", "2026-06-01T10:00:00Z", "2026-06-02T07:00:00.000Z"],
  ["between the two openings of a Friday", "2026-06-05T11:00:00Z", "2026-06-05T12:00:00.000Z"],
  ["Bastille Day, a Tuesday", "2026-07-14T10:00:00Z", "2026-07-15T07:00:00.000Z"],
  ["the summer's rest, which ends before a Monday", "2026-08-04T10:00:00Z", "2026-08-18T07:00:00.000Z"],
  ["the night in which the clocks go forward", "2026-03-29T00:30:00Z", "2026-03-29T07:00:00.000Z"],
  ["winter, an hour from UTC", "2026-12-01T08:00:00Z", null],
])("knows %s", (_, at, expected) => {
  expect(opens(at)).toBe(expected);
});

it("works on public holidays when the shop does", () => {
  expect(opens("2026-07-14T10:00:00Z", { ...paris, keepsHolidays: false })).toBeNull();
});

it("is always open without hours, but for the days it is closed, and says nothing of an opening far off", () => {
  const always = { ...paris, hours: null };
  expect(opens("2026-06-01T02:00:00Z", always)).toBeNull();
  expect(opens("2026-07-14T02:00:00Z", always)).toBeNull();
  expect(opens("2026-08-16T12:00:00Z", always)).toBe("2026-08-16T22:00:00.000Z");
  expect(opens("2026-06-01T02:00:00Z", { ...paris, hours: Array.from({ length: 7 }, () => []) })).toBe("far");
});

it("keeps the holidays of Alsace and Moselle where the shop is there", () => {
  const friday = "2026-04-03T08:00:00Z";
  expect(opens(friday)).toBeNull();
  expect(opens(friday, { ...paris, alsaceMoselle: true })).toBe("2026-04-04T07:00:00.000Z");
});
