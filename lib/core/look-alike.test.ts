import { expect, it } from "vitest";
import { mixesAlphabets, skeleton, takenFor } from "./look-alike";

it.each([
  ["Аdmin", "Admin"],
  ["Lеа Mоrеаu", "Lea Moreau"],
  ["Мaison Pivoine", "Maison Pivoine"],
  ["Ｓｕｐｐｏｒｔ", "Support"],
  ["Maison  Pivoine ", "maison pivoine"],
  ["PAUl", "PAUI"],
  ["Ηelene", "Helene"],
  ["Arnaud", "Amaud"],
  ["Bonbon 0", "Bonbon O"],
])("SPOOF-01: %j is taken for %j", (name, other) => {
  expect(skeleton(name)).toBe(skeleton(other));
});

it.each([
  ["Léa Moreau", "Lea Moreau"],
  ["Karim", "Karima"],
  ["Анна", "Anna"],
])("%j is not taken for %j", (name, other) => {
  expect(skeleton(name)).not.toBe(skeleton(other));
});

it.each(["Аdmin", "Mаison Pivoine", "Ρierre", "Supp\u0585rt"])("SPOOF-01: %j mixes alphabets in a word", (name) => {
  expect(mixesAlphabets(name)).toBe(true);
});

it.each([
  "Maison Pivoine",
  "Анна Smith",
  "Studio Ω",
  "東京タワー",
  "LINE漢字カナ",
  "김Kim",
  "علی‌رضا",
  "O’Brien 2",
  "",
  "🏳️‍🌈",
])("%j does not", (name) => {
  expect(mixesAlphabets(name)).toBe(false);
});

it("names whom somebody is taken for, and nobody for no name", () => {
  const others = [{ name: "Karim Benali" }, { name: "" }];
  expect(takenFor("Каrim Bеnali", others)).toBe(others[0]);
  expect(takenFor("", others)).toBeUndefined();
  expect(takenFor("Amélie", others)).toBeUndefined();
});
