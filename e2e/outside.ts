import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext } from "@playwright/test";

const preload = pathToFileURL(join(import.meta.dirname, "record-outside.mjs")).href;
const INSIDE = /^(https?|wss?):\/\/([a-z]+\.)?localhost(:\d+)?\/|^(data|blob|about):/;

/** Settings under which each process of the app notes in `file`, and is refused, every way out of this machine. */
export function recorderFor(file: string): Record<string, string> {
  return { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`.trim(), COMPTOIR_E2E_OUTSIDE: file };
}

/** What the app's processes noted: one line for each attempt. */
export function attemptsIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

/** Every address a browser asks for that is not this machine; none of them is reached. */
export async function recordOutside(context: BrowserContext): Promise<string[]> {
  const outside: string[] = [];
  await context.route(
    (url) => !INSIDE.test(url.href),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  return outside;
}
