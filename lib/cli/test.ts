import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { buildIfChanged } from "./build";
import { checks } from "./check";
import { findChromium } from "./chromium";
import { say } from "./say";
import { type Outcome, runSteps } from "./steps";
import { readPlaywright } from "./test-counts";
import { showTool } from "./tool";

/** `npm test`: every check, then the built app in a real browser. The last line printed is `N passed, N failed`. */
export async function test(args: string[]) {
  const { passed, failed } = await runSteps([
    ...checks,
    { name: "build", run: build },
    { name: "browser", run: () => browser(args) },
  ]);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function build(): Promise<Outcome> {
  await buildIfChanged();
  return { ok: true, output: "" };
}

async function browser(args: string[]): Promise<Outcome> {
  const report = resolve(`.test/browser-${process.pid}.json`);
  const env = { ...process.env, CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const config = ["--config", "e2e/playwright.config.ts", "--reporter=list,json"];
  const ok = await showTool(["node_modules/@playwright/test/cli.js", "test", ...config, ...args], env);
  const counts = existsSync(report) ? readPlaywright(report) : { passed: 0, failed: 1 };
  rmSync(report, { force: true });
  return { ok: ok && counts.failed === 0, output: "", ...counts };
}
