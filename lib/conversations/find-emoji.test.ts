import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LOCALES } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { findEmoji, inRows, moveIn } from "./find-emoji";

const Groups = z.array(z.array(z.tuple([z.string(), z.string().min(1), z.string()])));
const groupsIn = (locale: string) => Groups.parse(JSON.parse(readFileSync(`public/emoji/${locale}.json`, "utf8")));

describe("the emoji", () => {
  it.each(LOCALES)("have names in %s and a heading for each group, the same signs in every language", (locale) => {
    const groups = groupsIn(locale);
    expect(groups.map((group) => group.map(([sign]) => sign))).toEqual(
      groupsIn("en").map((group) => group.map(([sign]) => sign)),
    );
    expect(messagesFor(locale).inbox.emoji.groups).toHaveLength(groups.length);
    const signs = groups.flat().map(([sign]) => sign);
    expect(new Set(signs).size).toBe(signs.length);
    expect(signs.every((sign) => !sign.includes(" "))).toBe(true);
  });

  it.each([
    ["en", "bouquet", "💐"],
    ["en", "red hea", "❤️"],
    ["en", "thumbs", "👍️"],
    ["fr", "bouquet", "💐"],
    ["fr", "coeur rouge", "❤️"],
    ["fr", "CŒUR rouge", "❤️"],
    ["fr", "fusee", "🚀"],
  ])("are found in %s by “%s”, accents or not", (locale, typed, sign) => {
    const [first] = findEmoji(groupsIn(locale), typed);
    expect(first?.[0].replace("\uFE0F", "")).toBe(sign.replace("\uFE0F", ""));
  });

  it("are none for words that nothing is called", () => {
    expect(findEmoji(groupsIn("en"), "zzzz")).toEqual([]);
  });
});

it("moves in rows of unequal length and stays at their edges", () => {
  const rows = inRows([1, 2, 3, 4, 5], 3);
  expect(rows).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  const at = (row: number, column: number) => ({ row, column });
  expect(moveIn(rows, at(0, 2), "ArrowRight")).toEqual(at(1, 0));
  expect(moveIn(rows, at(1, 0), "ArrowLeft")).toEqual(at(0, 2));
  expect(moveIn(rows, at(0, 2), "ArrowDown")).toEqual(at(1, 1));
  expect(moveIn(rows, at(1, 1), "ArrowDown")).toEqual(at(1, 1));
  expect(moveIn(rows, at(0, 0), "ArrowUp")).toEqual(at(0, 0));
  expect(moveIn(rows, at(1, 1), "ArrowRight")).toEqual(at(1, 1));
});
