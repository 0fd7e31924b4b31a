import { defineConfig } from "@playwright/test";
import { SLOWER } from "./patience";

/** Background requests of the browser itself are off: a test run talks to nothing but this machine. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Two cores run everything: threads that compile beside a page only take turns with it, and so would reading a script twice.
  "--js-flags=--single-threaded --no-enable-lazy-source-positions",
];

const chromium = process.env.CHROMIUM_PATH;

/** One spec alone: "faults" for as long as wished, or "shots", which is no test. */
const only = process.env.E2E_ONLY;

export default defineConfig({
  testDir: ".",
  projects: only
    ? [{ name: only, testMatch: `${only}.spec.ts` }]
    : [
        { name: "journeys", testMatch: "*.spec.ts", testIgnore: ["faults.spec.ts", "shots.spec.ts"] },
        // Times how soon a killed process is back, so nothing else may take the machine meanwhile.
        { name: "faults", testMatch: "faults.spec.ts", dependencies: ["journeys"] },
      ],
  outputDir: "../.test/browser",
  ...(only === "faults" ? {} : { globalSetup: "./global-setup.ts" }),
  workers: 2,
  timeout: 120_000 * SLOWER,
  expect: { timeout: 15_000 * SLOWER },
  forbidOnly: true,
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1440, height: 900 },
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: { args: QUIET, ...(chromium ? { executablePath: chromium } : {}) },
  },
});
