import { existsSync, rmSync } from "node:fs";
import { boundaries } from "./boundaries-step";
import { say } from "./say";
import { type Outcome, runSteps, type Step } from "./steps";
import { readVitest } from "./test-counts";
import { runTool, showTool } from "./tool";

/** Types, boundaries and lint, which have one core each, at once; then the unit tests, which have them all. */
export const checks: readonly (Step | readonly Step[])[] = [
  [
    { name: "types", run: types },
    { name: "boundaries", run: () => boundaries(process.cwd()) },
    {
      name: "lint",
      run: () => runTool("lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]),
    },
  ],
  { name: "unit", run: unit },
];

/** `npm run check`: every check that needs no browser. */
export async function check() {
  const { passed, failed } = await runSteps(checks);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** Next writes the types of the pages and of what they import, so they are made first. */
async function types(): Promise<Outcome> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const made = await runTool("typegen", ["node_modules/next/dist/bin/next", "typegen"], env);
  return made.ok ? runTool("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]) : made;
}

async function unit(): Promise<Outcome> {
  const report = `.test/unit-${process.pid}.json`;
  const reporters = [
    `--reporter=${process.stdout.isTTY ? "default" : "dot"}`,
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const ok = await showTool([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "lib/vitest.config.ts",
    ...reporters,
  ]);
  const counts = existsSync(report) ? readVitest(report) : { passed: 0, failed: 1 };
  rmSync(report, { force: true });
  return { ok: ok && counts.failed === 0, output: "", ...counts };
}
