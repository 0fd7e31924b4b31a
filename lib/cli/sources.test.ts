import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isSource, written } from "./sources";

const ignored = readFileSync(".gitignore", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("public/"))
  .map((line) => (line.endsWith("/") ? `${line}any.js` : line));

it("a build is not out of date by what it wrote itself", () => {
  expect(ignored.length).toBeGreaterThan(1);
  expect([...written, ...ignored].filter(isSource)).toEqual([]);
  expect(["public/emoji/en.json", "app/layout.tsx", "lib/cli/bundle.ts", "package.json"].every(isSource)).toBe(true);
});
