import { type StdioOptions, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { dirname } from "node:path";
import type { Running } from "./keep-running";

const LOG_LIMIT_BYTES = 20_000_000;

type Program = {
  /** What follows `node` on the command line. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where it writes; null shows it in our own terminal. */
  log: string | null;
  cwd?: string;
};

export type Child = Running & {
  /** Null while it runs, and when a signal ended it. */
  exitCode(): number | null;
};

const alive = new Set<Child>();

/**
 * Starts one Node program in a process group of its own, so a Ctrl-C in the terminal reaches only the launcher and
 * what the program starts can be ended with it.
 */
export async function startChild({ args, env, log, cwd = process.cwd() }: Program): Promise<Child> {
  const output = log === null ? "inherit" : openLog(log);
  const stdio: StdioOptions = ["ignore", output, output];
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio, windowsHide: true });
  if (typeof output === "number") closeSync(output);
  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      tellGroup(child.pid, "SIGKILL");
      resolve(signal ?? (code !== 0 && log ? `exit ${code}: ${lastError(log)}` : `exit ${code}`));
    });
  });
  const running: Child = {
    pid: child.pid ?? 0,
    gone,
    exitCode: () => child.exitCode,
    async stop(patienceMs) {
      child.kill("SIGTERM");
      const late = setTimeout(() => tellGroup(child.pid, "SIGKILL"), patienceMs);
      await gone;
      clearTimeout(late);
    },
  };
  alive.add(running);
  void gone.then(() => alive.delete(running));
  return running;
}

/** Ends every program started here and still running, in the given time. */
export async function stopChildren(patienceMs: number) {
  await Promise.all([...alive].map((child) => child.stop(patienceMs)));
}

/** Signals a process and all it started; one that has already ended is no error. */
export function tellGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (!pid) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) truncateSync(file);
  return openSync(file, "a", 0o600);
}

/** What a program that crashed wrote last about it, in at most 200 characters. */
function lastError(file: string) {
  const lines = readFileSync(file, "utf8").slice(-20_000).trimEnd().split("\n");
  return (lines.findLast((line) => /^\s*(\w*Error|Some settings)\b/.test(line)) ?? lines.at(-1) ?? "")
    .trim()
    .slice(0, 200);
}
