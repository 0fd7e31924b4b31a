import { expect, it } from "vitest";
import { DAY } from "#lib/core/clock";
import { easterOf, isPublicHoliday } from "./public-holidays";

it("finds Easter", () => {
  const days = [1818, 1943, 2000, 2024, 2026, 2038].map((year) => easterOf(year).toISOString().slice(0, 10));
  expect(days).toEqual(["1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2026-04-05", "2038-04-25"]);
});

it.each([
  ["Europe/Paris", "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"],
  ["Europe/London", "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26"],
  ["Asia/Tokyo", "01-01 12-25"],
])("%s in 2026", (zone, expected) => {
  const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2026, 0, 1) + index * DAY));
  const found = days.filter((day) => isPublicHoliday(day, zone)).map((day) => day.toISOString().slice(5, 10));
  expect(found.join(" ")).toBe(expected);
});
