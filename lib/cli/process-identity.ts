import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Names one process for good: its id with the time it started, so that an id given to another process later does not
 * match. Null when no such process lives (one that has ended but was not collected counts as ended).
 */
export function identify(pid: number): string | null {
  const started = process.platform === "linux" ? startOnLinux(pid) : startElsewhere(pid);
  return started === null ? null : `${pid}@${started}`;
}

/** The id in an identity whose process still lives, else null. */
export function livePid(identity: string): number | null {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && identify(pid) === identity ? pid : null;
}

/** Field 22 of /proc/<pid>/stat, counted after the command, which may itself hold spaces and brackets. */
function startOnLinux(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function startElsewhere(pid: number) {
  try {
    process.kill(pid, 0);
    if (process.platform === "win32") return "alive";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
