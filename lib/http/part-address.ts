import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "#lib/core/env";

/** The folder of parts that are built anew at each change of their sources. */
export const DEV_VERSION = "dev";

let version: string | undefined;

/** The version of the chat's parts that this process was built with: all its pages name the same. */
export function partVersion(): string {
  version ??= env().dev ? DEV_VERSION : readVersion();
  return version;
}

function readVersion(): string {
  try {
    return readFileSync(join(process.cwd(), "public", "widget", "version"), "utf8");
  } catch {
    return DEV_VERSION; // nothing was built
  }
}

/** The address of a part of the chat (`lib/widget/files.ts`), which is never another file's. */
export function partAddress(file: string): string {
  return `/widget/${partVersion()}/${file}`;
}
