import { expect, it } from "vitest";
import { plainName } from "./plain-name";

it.each([
  ["Support\u202e", "Support"],
  ["Ad\u200bmin", "Admin"],
  ["Ad\u200dmin", "Admin"],
  ["\u2066Amélie\u2069", "Amélie"],
  ["Amélie\u{e0041}\u{e0042}", "Amélie"],
  ["\ufeff Amélie\u00ad ", "Amélie"],
  ["Amé\nlie\u0000", "Amélie"],
  ["\u200b\u2060", ""],
])("SPOOF-01: %j is %j", (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it("SPOOF-01: bounds the height of a line", () => {
  expect([...plainName(`Z${"\u0301".repeat(500)}algo`)].length).toBeLessThanOrEqual(9);
});

it.each([
  "Amélie Laurent",
  "O’Brien-Smith",
  "مريم",
  "علی‌رضا",
  "नमस्ते",
  "שלום",
  "👩‍👩‍👧‍👦",
  "🏳️‍🌈",
  "Nguyễn Thị Ánh",
  "가나다",
  "e\u0301",
])("leaves %j as it is written", (name) => {
  expect(plainName(name)).toBe(name);
});
