import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal";
import type { Binaries } from "./binaries";
import type { RunAs } from "./run-as";

/** The major version of the packaged server; a data folder of another one is refused. */
const major = "18";

const locale =
  process.platform === "linux"
    ? ["--locale=C.UTF-8"]
    : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];

/** Makes the data folder unless it is there. It appears complete or not at all, whatever kills us midway. */
export function makeCluster(place: string, binaries: Binaries, runAs: RunAs, password: string) {
  const versionFile = join(place, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, "utf8").trim();
    if (found === major) return;
    throw new Refusal(`${place} is data of PostgreSQL ${found}, this is ${major}: move it away, or set DATABASE_URL.`);
  }
  const fresh = `${place}.new`;
  const passwordFile = join(dirname(place), `${process.pid}.password`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (runAs) for (const path of [fresh, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
    const flags = ["-A", "scram-sha-256", "-E", "UTF8", ...locale, "-U", "postgres", "--no-sync", "--no-instructions"];
    const made = spawnSync(binaries.initdb, ["-D", fresh, ...flags, `--pwfile=${passwordFile}`], {
      ...runAs,
      cwd: "/",
      encoding: "utf8",
      env: { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: process.env.NODE_ENV },
    });
    if (made.status !== 0) {
      const reason = (made.stderr || made.error?.message || "").trim().split("\n").at(-1);
      throw new Refusal(`The database could not be made in ${place}: ${reason}`);
    }
    renameSync(fresh, place);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}
