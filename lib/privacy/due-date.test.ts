import { expect, it } from "vitest";
import { monthsAfter } from "./due-date";

it.each([
  ["2026-05-23T14:20:00.000Z", 1, "2026-06-23T14:20:00.000Z"],
  ["2026-01-31T09:00:00.000Z", 1, "2026-02-28T09:00:00.000Z"],
  ["2028-01-31T09:00:00.000Z", 1, "2028-02-29T09:00:00.000Z"],
  ["2026-11-30T23:59:59.000Z", 3, "2027-02-28T23:59:59.000Z"],
  ["2026-12-31T00:00:00.000Z", 1, "2027-01-31T00:00:00.000Z"],
])("%s and %d months is %s", (at, months, due) => {
  expect(monthsAfter(new Date(at), months).toISOString()).toBe(due);
});
