import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPlaywright, readVitest } from "./test-counts";

let file: string;
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), "comptoir counts ")), "report.json");
});
afterAll(() => rmSync(join(file, ".."), { recursive: true, force: true }));

const report = (content: unknown) => writeFileSync(file, JSON.stringify(content));

test("a unit test file that could not be loaded is one failure", () => {
  const failedTest = { status: "failed", assertionResults: [{ status: "failed" }] };
  const brokenFile = { status: "failed", assertionResults: [] };
  report({ numPassedTests: 7, numFailedTests: 1, testResults: [failedTest, brokenFile] });
  expect(readVitest(file)).toEqual({ passed: 7, failed: 2 });
});

test("a browser test that passed only when repeated is a failure, and so is a set-up that broke", () => {
  report({ stats: { expected: 5, unexpected: 1, flaky: 2 }, errors: [{ message: "no app" }] });
  expect(readPlaywright(file)).toEqual({ passed: 5, failed: 4 });
});
