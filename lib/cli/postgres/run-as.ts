import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { Refusal } from "../refusal";

/** The user PostgreSQL runs as; null means the one who started us. */
export type RunAs = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of an existing data folder, else as `nobody`,
 * who is in every passwd file (initdb looks its user up there). Anyone else runs it as themselves.
 */
export function chooseRunAs(dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entry = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m);
  if (!entry) throw new Refusal("PostgreSQL does not run as root: start as an ordinary user, or set DATABASE_URL.");
  return { uid: Number(entry[1]) >>> 0, gid: Number(entry[2]) >>> 0 };
}

/** Whether that user can enter `folder`: every folder above it lets them through. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (!runAs) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0;
}
