import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A hash of everything the build reads for `distDir`: one that was made from these very sources need not be made again. */
export function hashSources(distDir: string): string {
  const hash = createHash("sha256").update(`${process.version} ${distDir}`);
  const top = readdirSync(".").filter((name) =>
    /^(package(-lock)?\.json|tsconfig\.json|next\.config\.ts|proxy\.ts)$/.test(name),
  );
  for (const file of [...top, ...["app", "db", "lib", "public"].flatMap(listFiles)].sort())
    if (isSource(file)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** What the build writes among the sources, beside the folders of the widget's parts. */
export const written: readonly string[] = [
  "public/v1.js",
  "public/v1.js.br",
  "public/service-worker.js",
  "public/widget/version",
];

/** False for the tests, the commands (which are not part of what is built), and what the build itself writes. */
export function isSource(file: string): boolean {
  if (/\.test\.tsx?$|^public\/widget\/|^lib\/vitest\./.test(file) || written.includes(file)) return false;
  return !file.startsWith("lib/cli/") || /^lib\/cli\/(build|bundle|migrate-main)\.ts$/.test(file);
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}
