import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

function resolveIn(from: string, specifier: string): string | null {
  const base = specifier.startsWith("#")
    ? specifier.slice(1).replace(/^ui\//, "app/_ui/")
    : join(dirname(from), specifier);
  if (!/^[#.]/.test(specifier)) return null;
  return (
    [`${base}.ts`, `${base}.tsx`, base, `${base}/index.ts`].find((file) => /\.\w+$/.test(file) && existsSync(file)) ??
    null
  );
}

/** Every file of ours that a file imports, itself first and however far; what is in `without` is not entered. */
export function reachableFrom(file: string, without: ReadonlySet<string> = new Set()): string[] {
  const found = new Set([file]);
  for (const one of found)
    for (const [, specifier = ""] of readFileSync(one, "utf8").matchAll(IMPORT)) {
      const next = resolveIn(one, specifier);
      if (next && !without.has(next)) found.add(next);
    }
  return [...found];
}
