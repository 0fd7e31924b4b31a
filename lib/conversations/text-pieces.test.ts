import fc from "fast-check";
import { expect, test } from "vitest";
import { textPieces } from "./text-pieces";

const links = (text: string) => textPieces(text).flatMap(({ href }) => (href ? [href] : []));

test.each([
  ["See https://maisonpivoine.example/care.", ["https://maisonpivoine.example/care"]],
  ["(http://a.example/x?y=1&z=2) and https://b.example!", ["http://a.example/x?y=1&z=2", "https://b.example/"]],
  ["« https://c.example » ; “https://d.example/é”", ["https://c.example/", "https://d.example/%C3%A9"]],
  ["HTTPS://E.EXAMPLE/A", ["https://e.example/A"]],
])("web addresses become links without the punctuation around them: %s", (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,<b>",
  "www.example.com",
  "ftp://a.example",
  "https://",
  "http://[",
  "<a href='x'>",
])("anything else stays text: %s", (text) => {
  expect(links(text)).toEqual([]);
});

test("no letter is lost, and every link is http or https", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("https://a.example/", "http://", "javascript:", " ", ".", "»", "\n"),
  );
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const text = parts.join("");
      const pieces = textPieces(text);
      expect(pieces.map((one) => one.text).join("")).toBe(text);
      expect(new Set(pieces.map((one) => one.at)).size).toBe(pieces.length);
      for (const { href } of pieces) if (href) expect(href).toMatch(/^https?:\/\//);
    }),
  );
});
