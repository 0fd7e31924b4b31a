import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { startApp } from "./app";

/** Starts the built app once for the whole run, on a data folder of its own; answers how to end it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = resolve(import.meta.dirname, "../.test/browser-data");
  await rm(folder, { recursive: true, force: true });
  const app = await startApp(folder, process.env.E2E_VERBOSE ? { onLine: (line) => process.stdout.write(line) } : {});
  process.env.E2E_URL = app.url;
  process.env.E2E_DATA = folder;
  return app.stop;
}
