import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ASKS =
  /(?<![\w.])fetch\(|globalThis\.fetch|from "(undici|axios|got|node-fetch)"|import \{[^}]*\b(get|request)\b[^}]*\} from "(node:)?(https?|http2)"/;

/** Runs in the browser, where the guard has no place, or asks this machine only. */
const ELSEWHERE = [
  { path: /^lib\/widget\//, reason: "the chat in the shopper's browser" },
  { path: /^lib\/realtime\/browser\//, reason: "the member's browser" },
  { path: /^app\/.*(\/_parts\/|\/use-|\/fetch-json\.ts$)/, reason: "the member's browser" },
  { path: /^lib\/cli\/wait-until-ready\.ts$/, reason: "the launcher asks its own port on 127.0.0.1" },
];

it("SSRF-04: nothing on the server asks another server but the guarded fetch", () => {
  const files = ["lib", "app", "db"]
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.test\.tsx?$|\/test-[^/]+\.ts$|-fixture\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(50);
  const asking = files.filter((path) => {
    const source = readFileSync(path, "utf8");
    return ASKS.test(source) && !source.startsWith('"use client"') && !ELSEWHERE.some((place) => place.path.test(path));
  });
  expect(asking).toEqual(["lib/core/outbound.ts"]);
});
