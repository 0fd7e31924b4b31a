import { readFileSync } from "node:fs";
import { z } from "zod";

type Counts = { passed: number; failed: number };

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts of vitest's json report; a file that could not even be loaded is one failure. Throws when there is none. */
export function readVitest(file: string): Counts {
  const report = Vitest.parse(JSON.parse(readFileSync(file, "utf8")));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Counts of Playwright's json report; a test that passed only when repeated counts as failed. Throws when there is none. */
export function readPlaywright(file: string): Counts {
  const { stats, errors } = Playwright.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
