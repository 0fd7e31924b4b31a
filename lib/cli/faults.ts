import { buildIfChanged } from "./build";
import { findChromium } from "./chromium";
import { say } from "./say";
import { showTool } from "./tool";

const ROUNDS = 50;

/**
 * `npm run test:faults -- [rounds]`: a conversation under 50 random kills of its processes, in a real browser. Answers
 * the exit code.
 */
export async function run([rounds = String(ROUNDS)]: string[]) {
  await buildIfChanged();
  const env = { ...process.env, CHROMIUM_PATH: await findChromium(), E2E_FAULT_ROUNDS: rounds, E2E_ONLY: "faults" };
  say(`Killing ${rounds} processes during a conversation (about ${Math.ceil(Number(rounds) / 8)} minutes) ...`);
  const config = ["--config", "e2e/playwright.config.ts", "--reporter=line"];
  const ok = await showTool(["node_modules/@playwright/test/cli.js", "test", ...config], env);
  return ok ? 0 : 1;
}
