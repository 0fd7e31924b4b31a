import { expect, it } from "vitest";
import { type WorkingHours, workingAt } from "./working-hours";

const week = (days: Record<number, [number, number][]>): WorkingHours =>
  Array.from({ length: 7 }, (_, day) => (days[day] ?? []).map(([from, to]) => ({ from: from * 60, to: to * 60 })));
/** Monday in two parts, the night from Friday to Saturday, Sunday 1:00 to 4:00, and Sunday evening up to midnight. */
const hours = week({
  0: [
    [0, 1],
    [9, 12],
    [14, 18],
  ],
  4: [[22, 30]],
  6: [
    [1, 4],
    [20, 24],
  ],
});

it.each([
  ["a Monday at 9:00 sharp", "Europe/Paris", "2026-06-01T07:00:00Z", true, "2026-06-01T10:00:00.000Z"],
  ["the second before", "Europe/Paris", "2026-06-01T06:59:59Z", false, "2026-06-01T07:00:00.000Z"],
  ["a Monday at 12:00 sharp", "Europe/Paris", "2026-06-01T10:00:00Z", false, "2026-06-01T12:00:00.000Z"],
  [
    "the same instant in Montréal, at 6:00",
    "America/Toronto",
    "2026-06-01T10:00:00Z",
    false,
    "2026-06-01T13:00:00.000Z",
  ],
  ["Auckland, a day ahead of UTC", "Pacific/Auckland", "2026-05-31T21:30:00Z", true, "2026-06-01T00:00:00.000Z"],
  ["a Friday night", "Europe/Paris", "2026-06-05T21:00:00Z", true, "2026-06-06T04:00:00.000Z"],
  ["the Saturday that it ends on", "Europe/Paris", "2026-06-06T03:59:00Z", true, "2026-06-06T04:00:00.000Z"],
  ["that Saturday at its end", "Europe/Paris", "2026-06-06T04:00:00Z", false, "2026-06-06T23:00:00.000Z"],
  [
    "Sunday evening, which goes on into Monday",
    "Europe/Paris",
    "2026-06-07T21:00:00Z",
    true,
    "2026-06-07T23:00:00.000Z",
  ],
  [
    "the night the clocks go forward, an hour short",
    "Europe/Paris",
    "2026-03-29T00:30:00Z",
    true,
    "2026-03-29T02:00:00.000Z",
  ],
  ["the night they go back, an hour long", "Europe/Paris", "2026-10-25T00:30:00Z", true, "2026-10-25T03:00:00.000Z"],
  ["the winter that follows", "Europe/Paris", "2026-10-26T08:00:00Z", true, "2026-10-26T11:00:00.000Z"],
  ["a Tuesday", "Europe/Paris", "2026-06-02T10:00:00Z", false, "2026-06-05T20:00:00.000Z"],
])("knows %s", (_, zone, at, working, changesAt) => {
  const found = workingAt(hours, zone, new Date(at));
  expect([found.working, found.changesAt?.toISOString()]).toEqual([working, changesAt]);
});

it("comes again a week later where there is one day, and never changes without a day or without a break", () => {
  const monday = week({ 0: [[9, 10]] });
  const after = new Date("2026-06-01T09:00:00Z");
  expect(workingAt(monday, "Europe/Paris", after).changesAt?.toISOString()).toBe("2026-06-08T07:00:00.000Z");
  expect(workingAt(week({}), "Europe/Paris", after)).toEqual({ working: false, changesAt: null });
  const always = week(Object.fromEntries(Array.from({ length: 7 }, (_, day) => [day, [[0, 24]]])));
  expect(workingAt(always, "Europe/Paris", after)).toEqual({ working: true, changesAt: null });
});
