import { expect, it } from "vitest";
import { dueAt, nextDay } from "./digest-time";

const paris = { hour: 8, timeZone: "Europe/Paris" };
const next = (after: string, last: string | null = null, time = paris) => nextDay(time, new Date(after), last);

it("is due at its hour of every day, by her clocks", () => {
  expect(dueAt(paris, "2026-06-02").toISOString()).toBe("2026-06-02T06:00:00.000Z");
  expect(dueAt({ hour: 7, timeZone: "Asia/Kathmandu" }, "2026-06-02").toISOString()).toBe("2026-06-02T01:15:00.000Z");
});

it("is due once in the nights that change the clocks, also at an hour they skip or read twice", () => {
  const two = { ...paris, hour: 2 };
  expect(dueAt(two, "2026-03-29").toISOString()).toBe("2026-03-29T01:00:00.000Z");
  expect(dueAt(two, "2026-10-25").toISOString()).toBe("2026-10-25T00:00:00.000Z");
  expect(next("2026-10-25T01:00:00Z", "2026-10-25", two)).toBe("2026-10-26");
});

it("comes next today or tomorrow, and on no day that had one", () => {
  expect(next("2026-06-02T05:59:00Z")).toBe("2026-06-02");
  expect(next("2026-06-02T06:00:00Z")).toBe("2026-06-03");
  expect(next("2026-06-02T05:59:00Z", "2026-06-02")).toBe("2026-06-03");
  expect(next("2026-06-02T20:00:00Z", null, { hour: 8, timeZone: "Pacific/Auckland" })).toBe("2026-06-04");
});
