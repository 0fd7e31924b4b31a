import { readdirSync, rmSync } from "node:fs";
import { buildIfChanged } from "./build";
import { findChromium } from "./chromium";
import { say } from "./say";
import { showTool } from "./tool";

const folder = ".shots";

/**
 * `npm run shots`: photographs every page and state at 1440 and 390 px, light and dark, in both languages, into
 * `.shots` as `<place>.<width>.<theme>.<language>.png`. A word names the places to take alone. Answers the exit code.
 */
export async function run([only]: string[]) {
  await buildIfChanged();
  if (!only) rmSync(folder, { recursive: true, force: true });
  const env = { ...process.env, CHROMIUM_PATH: await findChromium(), E2E_ONLY: "shots" };
  const config = ["--config", "e2e/playwright.config.ts", "--reporter=list", ...(only ? ["--grep", only] : [])];
  const ok = await showTool(["node_modules/@playwright/test/cli.js", "test", ...config], env);
  say(`${readdirSync(folder).length} pictures in ${folder}`);
  return ok ? 0 : 1;
}
