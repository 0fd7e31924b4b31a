import { join } from "node:path";
import { bringUpToDate } from "./bring-up-to-date";
import { buildIfChanged } from "./build";
import { watchWidget } from "./bundle";
import { startChild, stopChildren } from "./child";
import { choosePort } from "./choose-port";
import { lockDataFolder, openDataFolder } from "./data-folder";
import { type Database, openDatabase } from "./database";
import { greeting } from "./greeting";
import { type Kept, keepRunning } from "./keep-running";
import { endOrphans, noteChild } from "./orphans";
import { say } from "./say";
import { seedOnce } from "./seed-once";
import { checkSettings, childSettings } from "./settings";
import { waitUntilListening, waitUntilReady } from "./wait-until-ready";
import { whenAskedToStop } from "./when-asked-to-stop";

/** A program keeps the young heap it once grew to: bounded so, the whole stack idles in under 300 MB. */
const built = ["--max-semi-space-size=4", "--enable-source-maps"];

/** How the programs are run: as built, or from source and started again at each change. */
const programs = {
  built: {
    migrate: [".build/migrate.mjs"],
    web: [...built, ".build/server.mjs"],
    worker: [...built, ".build/worker.mjs"],
  },
  sources: {
    migrate: ["--import", "tsx", "lib/cli/migrate-main.ts"],
    web: ["--watch", "--watch-preserve-output", "--import", "tsx", "lib/server/main.ts"],
    worker: ["--watch", "--watch-preserve-output", "--import", "tsx", "lib/worker/main.ts"],
  },
};

type Running = { database?: Promise<Database>; kept: Kept[]; release?: () => void };

/**
 * Starts everything on this machine and keeps it running until asked to stop; answers the exit code. Whatever a
 * killed start left behind is taken over or ended first.
 */
export async function start(from: keyof typeof programs): Promise<number> {
  const running: Running = { kept: [] };
  const stopped = whenAskedToStop((hurry) => stopAll(running, hurry));
  try {
    return await Promise.race([stopped.done, run(from, running, stopped.signal)]);
  } catch (error) {
    if (stopped.signal.aborted) return await stopped.done;
    await stopAll(running, new AbortController().signal);
    throw error;
  }
}

async function run(from: keyof typeof programs, running: Running, stopping: AbortSignal): Promise<number> {
  const began = Date.now();
  const dev = from === "sources";
  const folder = openDataFolder();
  const lock = await lockDataFolder(folder);
  running.release = lock.release;
  const runFile = join(folder, "run.json");
  const orphans = await endOrphans(runFile);
  if (orphans.length > 0) say(`Ended what an earlier start left running: ${orphans.join(", ")}.`);

  const port = await choosePort(process.env.PORT, say);
  running.database = openDatabase(folder, say);
  const database = await running.database;
  const env = childSettings({ folder, port, database, dev });
  const settings = checkSettings(env);
  lock.note(settings.PUBLIC_URL);
  const build = dev ? await watchWidget().then(() => null) : await buildIfChanged();
  await bringUpToDate({ folder, database, build }, { args: programs[from].migrate, env });
  if (settings.sandbox) await seedOnce(folder, database, env);
  if (stopping.aborted) return 0;

  const keep = (name: "web" | "worker") => {
    const log = dev ? null : join(folder, "logs", `${name}.log`);
    const startIt = () => startChild({ args: programs[from][name], env, log });
    const kept = keepRunning(name, { start: startIt, onStart: ({ pid }) => noteChild(runFile, name, pid), say });
    running.kept.push(kept);
  };
  keep("web");
  await waitUntilListening(port, stopping);
  if (stopping.aborted) return 0;
  keep("worker");
  await waitUntilReady(port, say, stopping);
  if (!stopping.aborted) say(greeting(settings.PUBLIC_URL, settings.sandbox, ((Date.now() - began) / 1000).toFixed(1)));
  return new Promise(() => undefined);
}

/** The web and worker processes first, so that they can finish with the database still there. Ten seconds at most. */
async function stopAll(running: Running, hurry: AbortSignal) {
  const patience = (ms: number) => (hurry.aborted ? 0 : ms);
  const database = running.database?.catch(() => undefined);
  hurry.addEventListener("abort", () => {
    void stopChildren(0);
    void database?.then((opened) => opened?.stop(0));
  });
  await Promise.all([...running.kept.map((kept) => kept.stop(patience(6_000))), stopChildren(patience(6_000))]);
  await (await database)?.stop(patience(3_000));
  running.release?.();
}
