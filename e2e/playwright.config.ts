import { defineConfig } from "@playwright/test";

/** Background requests of the browser itself are off: a test run talks to nothing but this machine. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const chromium = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: ".",
  testMatch: process.env.E2E_SHOTS ? "shots.spec.ts" : "*.spec.ts",
  testIgnore: process.env.E2E_SHOTS ? [] : "shots.spec.ts",
  outputDir: "../.test/browser",
  ...(process.env.E2E_ALONE ? {} : { globalSetup: "./global-setup.ts" }),
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: { args: QUIET, ...(chromium ? { executablePath: chromium } : {}) },
  },
});
