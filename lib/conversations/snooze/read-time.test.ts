import { expect, test } from "vitest";
import { snoozePresets } from "./presets";
import { readTime } from "./read-time";

const PARIS = "Europe/Paris";
/** A Wednesday, 14:20 in Paris. */
const NOW = new Date("2026-05-20T12:20:00Z");

test.each([
  ["tomorrow 3pm", "2026-05-21T13:00"],
  ["Tomorrow at 3:30 pm", "2026-05-21T13:30"],
  ["mardi 9h", "2026-05-26T07:00"],
  ["mardi à 9h30", "2026-05-26T07:30"],
  ["Mardi prochain", "2026-05-26T07:00"],
  ["next tuesday", "2026-05-26T07:00"],
  ["wednesday", "2026-05-27T07:00"],
  ["dans 2 heures", "2026-05-20T14:20"],
  ["in 2 hours", "2026-05-20T14:20"],
  ["2 hours", "2026-05-20T14:20"],
  ["in half an hour", "2026-05-20T12:50"],
  ["dans 1 h 30", "2026-05-20T13:50"],
  ["30 min", "2026-05-20T12:50"],
  ["in 3 days", "2026-05-23T12:20"],
  ["dans une semaine", "2026-05-27T12:20"],
  ["in 1 month", "2026-06-20T12:20"],
  ["15h", "2026-05-20T13:00"],
  ["9h", "2026-05-21T07:00"],
  ["17:05", "2026-05-20T15:05"],
  ["at 9", "2026-05-21T07:00"],
  ["noon", "2026-05-21T10:00"],
  ["demain midi", "2026-05-21T10:00"],
  ["demain matin", "2026-05-21T07:00"],
  ["tomorrow morning", "2026-05-21T07:00"],
  ["this evening", "2026-05-20T16:00"],
  ["tonight", "2026-05-20T16:00"],
  ["ce soir", "2026-05-20T16:00"],
  ["après-demain", "2026-05-22T07:00"],
  ["next week", "2026-05-25T07:00"],
  ["la semaine prochaine", "2026-05-25T07:00"],
  ["12 june", "2026-06-12T07:00"],
  ["le 1er juin à 8 h", "2026-06-01T06:00"],
  ["May 12", "2027-05-12T07:00"],
  ["12/06 10:00", "2026-06-12T08:00"],
  ["2026-05-30", "2026-05-30T07:00"],
  ["today 3pm", "2026-05-20T13:00"],
  ["aujourd’hui 15 h", "2026-05-20T13:00"],
  ["today 9am", null],
  ["30 february", null],
  ["13pm", null],
  ["25h", null],
  ["2026-02-30", null],
  ["in 0 hours", null],
  ["in 900 days", null],
  ["2020-01-01", null],
  ["soonish", null],
  ["", null],
  ["’", null],
])("%j means %s", (text, at) => {
  expect(readTime(text, NOW, PARIS)?.toISOString().slice(0, 16) ?? null).toBe(at);
});

test("an hour that the clocks skip is as much later, and one they read twice is the first", () => {
  const spring = new Date("2026-03-28T12:00:00Z");
  expect(readTime("tomorrow 2:30 am", spring, PARIS)?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  const autumn = new Date("2026-10-24T12:00:00Z");
  expect(readTime("tomorrow 2:30 am", autumn, PARIS)?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(readTime("in 1 day", autumn, PARIS)?.toISOString()).toBe("2026-10-25T13:00:00.000Z");
  expect(readTime("in 24 hours", autumn, PARIS)?.toISOString()).toBe("2026-10-25T12:00:00.000Z");
});

test("the presets are later than now, in the shop's own clocks", () => {
  const told = (now: string, zone: string) =>
    snoozePresets(new Date(now), zone).map(({ preset, until }) => [preset, until.toISOString().slice(0, 16)]);
  expect(told("2026-05-20T12:20:00Z", PARIS)).toEqual([
    ["hour", "2026-05-20T13:20"],
    ["three_hours", "2026-05-20T15:20"],
    ["evening", "2026-05-20T16:00"],
    ["tomorrow", "2026-05-21T07:00"],
    ["next_week", "2026-05-25T07:00"],
  ]);
  const late = told("2026-05-24T15:40:00Z", PARIS);
  expect(late.map(([preset]) => preset)).not.toContain("evening");
  expect(late.at(-1)).toEqual(["tomorrow", "2026-05-25T07:00"]);
  expect(told("2026-05-20T01:00:00Z", "America/New_York")[2]).toEqual(["tomorrow", "2026-05-20T13:00"]);
});
