import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { firstFreePort } from "../free-port";
import { Refusal } from "../refusal";
import type { Binaries } from "./binaries";
import { findPostmaster, isServerOf } from "./postmaster";
import type { RunAs } from "./run-as";

/** A running server. `gone` resolves with the reason when its process has ended, whoever ended it. */
export type Server = { pid: number; port: number; gone: Promise<string> };

export type ServerOptions = { port?: number | undefined; durable: boolean };

/** Small on purpose: the whole of Comptoir is to idle in 300 MB. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "32MB",
  max_connections: "60",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_worker_processes: "4",
  io_method: "sync",
  jit: "off",
  log_checkpoints: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", scram_iterations: "1" };

/** The server of `place`: the one that already runs there (left by a killed start), else a new one. */
export async function runServer(
  place: string,
  binaries: Binaries,
  runAs: RunAs,
  options: ServerOptions,
): Promise<Server> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const running = findPostmaster(place);
    if (running?.ready) return { ...running, gone: whenGone(place, running.pid) };
    if (!running) {
      const server = await launch(place, binaries, runAs, options);
      if (server) return server;
    }
    await pause(250); // it is starting, stopping, or its last backends are still letting go
  }
  throw new Refusal(`PostgreSQL did not start: its log is ${logOf(place)}.`);
}

/** Stops it, keeping everything committed. What is not done in that time is left to the recovery of the next start. */
export async function stopServer(place: string, server: Server, patienceMs = 8_000) {
  const tell = (signal: NodeJS.Signals) => isServerOf(place, server.pid) && process.kill(server.pid, signal);
  tell("SIGINT");
  const late = setTimeout(() => tell("SIGQUIT"), patienceMs);
  await server.gone;
  clearTimeout(late);
}

export const logOf = (place: string) => `${place}.log`;

async function launch(place: string, binaries: Binaries, runAs: RunAs, { port, durable }: ServerOptions) {
  rmSync(join(place, "postmaster.pid"), { force: true });
  const chosen = port ?? (await firstFreePort(15432 + (process.pid % 500), 16999));
  if (!chosen) throw new Refusal("PostgreSQL found no free port between 15432 and 16999.");
  const log = openLog(logOf(place));
  const said = statSync(logOf(place)).size;
  const flags = Object.entries({ ...settings, ...(durable ? {} : careless) }).flatMap(([k, v]) => ["-c", `${k}=${v}`]);
  const child = spawn(binaries.postgres, ["-D", place, "-p", String(chosen), ...flags], {
    ...runAs,
    cwd: "/",
    detached: true, // a Ctrl-C in the terminal reaches the launcher only, which stops things in order
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: process.env.NODE_ENV },
    windowsHide: true,
  });
  closeSync(log);
  const gone = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  const ready = await waitUntilReady(place, child.pid ?? 0, gone);
  if (ready) return { pid: ready.pid, port: chosen, gone };
  const why = readFileSync(logOf(place), "utf8").slice(said);
  if (/address already in use|shared memory block/i.test(why)) return null;
  const fatal = why.match(/(?:FATAL|PANIC):\s*(.*)/)?.[1] ?? "it ended at once";
  throw new Refusal(`PostgreSQL did not start (${fatal}): its log is ${logOf(place)}.`);
}

/** Replaying the log after a crash may take minutes, so only the end of the process ends the wait. */
async function waitUntilReady(place: string, pid: number, gone: Promise<string>) {
  let ended = false;
  void gone.then(() => {
    ended = true;
  });
  while (!ended) {
    const found = findPostmaster(place);
    if (found?.ready && found.pid === pid) return found;
    await pause(20);
  }
  return null;
}

/** Resolves when the server of that folder, which is not our child, has ended. */
export async function whenGone(place: string, pid: number) {
  while (isServerOf(place, pid)) await pause(200, undefined, { ref: false });
  return "its process ended";
}

function openLog(file: string) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) truncateSync(file);
  return openSync(file, "a", 0o600);
}
