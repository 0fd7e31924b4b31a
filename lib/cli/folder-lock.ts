import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { identify, livePid } from "./process-identity";

/**
 * Takes the lock `file` for this process until it is let go or the process ends, however it ends.
 * Answers null when another live process holds it. The lock can carry one line for the others to read.
 */
export async function takeLock(file: string) {
  const own = `${file}.${process.pid}`;
  const identity = identify(process.pid) ?? String(process.pid);
  const write = (note: string) => writeFileSync(own, `${identity}\n${note}`);
  write("");
  try {
    if (!linked(own, file)) {
      if (holderOf(file)) return null;
      renameSync(own, file);
      await pause(100); // another start may have found the same dead lock: the last to replace it has it
      if (holderOf(file)?.identity !== identity) return null;
    }
  } finally {
    rmSync(own, { force: true });
  }
  return {
    note(line: string) {
      write(line);
      renameSync(own, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Who holds the lock `file` now, with the line it left; null when nobody alive does. */
export function holderOf(file: string) {
  try {
    const [identity = "", note = ""] = readFileSync(file, "utf8").split("\n");
    const pid = livePid(identity);
    return pid === null ? null : { pid, identity, note };
  } catch {
    return null;
  }
}

function linked(from: string, to: string) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
