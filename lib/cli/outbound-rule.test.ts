import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Anything that opens a connection to somewhere else. */
const request =
  /(?<![\w.#"'`-])fetch\(|globalThis\.fetch|from "undici"|\b(?:http|https)\.(?:request|get)\(|import \{[^}]*\b(?:get|request)\b[^}]*\} from "node:https?"/;

/** The guarded fetch itself, what asks our own port, code that runs in a browser and asks its own origin, and tests. */
const allowed = [
  /^lib\/core\/outbound(-[\w-]+)?\.ts$/,
  /^lib\/cli\/wait-until-ready\.ts$/,
  /^lib\/(widget|realtime\/browser)\//,
  /\.test\.tsx?$|\/test-[\w-]+\.ts$|-fixture\.ts$/,
];

/** What Next runs on the server only: everything else under app/ is there for the browser, which asks its own origin. */
const serverFile = /\/(page|layout|template|route|actions|default|not-found|loading)\.tsx?$/;

function isBrowserCode(file: string, text: string) {
  return file.startsWith("app/") && !serverFile.test(file) && !/^\s*["']use server["']/m.test(text);
}

function sources(folder: string) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .filter((file) => /\.tsx?$/.test(file) && !allowed.some((pattern) => pattern.test(file)));
}

test("the server asks other machines only through the guarded fetch", () => {
  const offenders = ["app", "lib", "db"].flatMap(sources).filter((file) => {
    const text = readFileSync(file, "utf8");
    return request.test(text) && !isBrowserCode(file, text);
  });
  expect(offenders).toEqual([]);
});

test("the scan knows a request when it sees one", () => {
  const seen = [
    'await fetch("https://a")',
    "globalThis.fetch(url)",
    'import { request } from "node:https";',
    "http.request({",
  ];
  const innocent = [
    "await guardedFetch(url)",
    "client.fetch(url)",
    "prefetch(url)",
    "const x = { fetch: guardedFetch }",
  ];
  expect(seen.filter((line) => !request.test(line))).toEqual([]);
  expect(innocent.filter((line) => request.test(line))).toEqual([]);
});
