import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "#lib/cli/chromium";
import type { App } from "../e2e/app";
import { buildApp } from "./build-app";

/** Builds the app if it changed, starts it on an empty folder and a browser beside it, and leaves nothing behind. */
export async function withBrowser<Measured>(
  start: (folder: string) => Promise<App>,
  measure: (browser: Browser, app: App) => Promise<Measured>,
): Promise<Measured> {
  buildApp();
  const folder = await mkdtemp(join(tmpdir(), "comptoir-bench-"));
  let app: App | undefined;
  let browser: Browser | undefined;
  try {
    app = await start(folder);
    browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
    return await measure(browser, app);
  } finally {
    await browser?.close();
    await app?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
