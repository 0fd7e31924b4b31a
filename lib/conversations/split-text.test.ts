import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "./split-text";

test.each([
  ["what fits stays one message", " one two ", 10, ["one two"]],
  ["it is cut between words", "one two three", 8, ["one two", "three"]],
  ["a word that just fits is not cut", "one two", 3, ["one", "two"]],
  ["the end of a line goes before the end of a word", "one two\nthree four", 14, ["one two", "three four"]],
  ["a line that ends early does not leave a short message", "a\nbbb ccc ddd", 10, ["a\nbbb ccc", "ddd"]],
  ["a word longer than a message is cut between characters", "abcdef", 4, ["abcd", "ef"]],
  ["a sign made of several is not halved", "ab👍🏽cd", 4, ["ab", "👍🏽", "cd"]],
  ["nothing is no message", "  \n ", 5, []],
])("%s", (_, text, most, pieces) => {
  expect(splitText(text, most)).toEqual(pieces);
});

test("no message is empty or too long, and nothing but spaces is lost", () => {
  const words = fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 16, max: 60 }), (parts, most) => {
      const text = parts.join(" ");
      const pieces = splitText(text, most);
      expect(pieces.every((piece) => piece.trim() !== "" && piece.length <= most)).toBe(true);
      expect(pieces.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
    }),
    { numRuns: 60 },
  );
});
