import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What turns text into markup, script or a script's address. */
const SINKS = [
  /dangerouslySetInnerHTML/,
  /\b(?:inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bcreateContextualFragment\b/,
  /\bdocument\.write/,
  /\bparseFromString\b/,
  /\bsetHTMLUnsafe\b/,
  /\bsrcdoc\b/i,
  /\beval\(/,
  /\bnew Function\(/,
  /\bsetTimeout\(\s*["'`]/,
  /["'`]javascript:/i,
];

/** Where words of ours, escaped, are read into a document in which nothing runs. */
const KNOWN = ["app/s/[shop]/settings/widget/_parts/button-preview.tsx", "lib/widget/chat/lazy/keep-copy.ts"];

const sources = ["app", "lib", "public"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|m?js)$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .filter((file) => folder !== "public" || file.startsWith("sandbox/"))
    .map((file) => `${folder}/${file}`),
);

it("XSS-04: no source of ours turns text into markup or script", () => {
  expect(sources.length).toBeGreaterThan(1_000);
  const found = sources.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return SINKS.filter((sink) => sink.test(text)).map((sink) => `${file}: ${sink.source}`);
  });
  expect(found.filter((one) => !one.includes("parseFromString"))).toEqual([]);
  expect(found.map((one) => one.split(": ")[0]).sort()).toEqual(KNOWN);
});

it.each([
  ['el.innerHTML = "x"', true],
  ["<p dangerouslySetInnerHTML={{ __html: x }} />", true],
  ['<a href="javascript:alert(1)">', true],
  ["iframe.srcdoc = x", true],
  ['new Function("a", "b")', true],
  ['setTimeout("x()", 1)', true],
  ["setTimeout(x, 1)", false],
  ["element.textContent = x", false],
])("XSS-04: %s is one: %s", (line, expected) => {
  expect(SINKS.some((sink) => sink.test(line))).toBe(expected);
});
