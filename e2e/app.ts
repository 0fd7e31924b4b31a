import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";

const READY = /Comptoir is ready at (\S+)/;
const Running = z.record(z.string(), z.string());

export type App = {
  url: string;
  folder: string;
  launcher: ChildProcess;
  stop: () => Promise<void>;
};

/** A port nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}

/**
 * Starts the built app as `npm start` does, with its own data in `folder`, and waits until it says it is ready.
 * What it writes goes to `onLine`. Rejects with its last words when it ends before.
 */
export async function startApp(
  folder: string,
  { port, env = {}, onLine }: { port?: number; env?: Record<string, string>; onLine?: (line: string) => void } = {},
): Promise<App> {
  const launcher = spawn(process.execPath, ["lib/cli/bootstrap.mjs", "start"], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, ...env, PORT: String(port ?? (await freePort())), COMPTOIR_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  const url = await new Promise<string>((ready, failed) => {
    const hear = (chunk: Buffer) => {
      words = `${words}${chunk}`.slice(-20_000);
      onLine?.(String(chunk));
      const [, address] = READY.exec(words) ?? [];
      if (address) ready(address);
    };
    launcher.stdout?.on("data", hear);
    launcher.stderr?.on("data", hear);
    launcher.once("exit", (code) => failed(new Error(`The app ended with ${code} before it was ready:\n${words}`)));
  });
  const gone = new Promise<void>((ended) => launcher.once("exit", () => ended()));
  const stop = async () => {
    launcher.kill("SIGTERM");
    await gone;
  };
  return { url, folder, launcher, stop };
}

/** The process ids of what runs on a data folder, by name: the web, the worker, the database. */
export function processesOf(folder: string): Record<string, number> {
  const noted = Running.parse(JSON.parse(readFileSync(join(folder, "run.json"), "utf8")));
  const pids = Object.entries(noted).map(([name, identity]) => [name, Number(/^\d+/.exec(identity)?.[0])]);
  const [database] = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
  return { ...Object.fromEntries(pids), database: Number(database) };
}
