import { expect, it } from "vitest";
import { DAY } from "#lib/core/clock";
import { easterOf, isPublicHoliday } from "./public-holidays";

it("finds Easter", () => {
  const days = [1818, 1943, 2000, 2024, 2026, 2038].map((year) => easterOf(year).toISOString().slice(0, 10));
  expect(days).toEqual(["1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2026-04-05", "2038-04-25"]);
});

it.each([
  ["Europe/Paris", "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"],
  ["Europe/Paris", "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26", true],
  ["America/Martinique", "01-01 04-06 05-01 05-08 05-14 05-22 05-25 07-14 08-15 11-01 11-11 12-25"],
  ["America/Guadeloupe", "01-01 04-06 05-01 05-08 05-14 05-25 05-27 07-14 08-15 11-01 11-11 12-25"],
  ["America/Cayenne", "01-01 04-06 05-01 05-08 05-14 05-25 06-10 07-14 08-15 11-01 11-11 12-25"],
  ["Indian/Reunion", "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-20 12-25", true],
  ["Indian/Mayotte", "01-01 04-06 04-27 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"],
  ["America/Marigot", "01-01 04-06 05-01 05-08 05-14 05-25 05-27 05-28 07-14 08-15 11-01 11-11 12-25"],
  ["America/St_Barthelemy", "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 10-09 11-01 11-11 12-25"],
  ["Europe/London", "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26"],
  ["Asia/Tokyo", "01-01 12-25"],
] as [zone: string, expected: string, alsaceMoselle?: boolean][])(
  "%s in 2026: %s",
  (zone, expected, alsaceMoselle = false) => {
    const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2026, 0, 1) + index * DAY));
    const found = days
      .filter((day) => isPublicHoliday(day, { zone, alsaceMoselle }))
      .map((day) => day.toISOString().slice(5, 10));
    expect(found.join(" ")).toBe(expected);
  },
);
