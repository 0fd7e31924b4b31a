import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { exitWithParent } from "#lib/core/exit-with-parent";
import { log } from "#lib/core/log";
import { nudgeWith } from "#lib/events/define-event";
import * as sandboxTasks from "#lib/sandbox/tasks";
import { watchForKilled } from "./free-killed";
import { hasten } from "./hasten";
import { SCHEDULE } from "./schedule";
import { tasks } from "./tasks";

/** Jobs at once: most of them wait for somebody else's answer, and an import for its next turn. */
const CONCURRENCY = 8;
const POLL_MS = 1_000;

exitWithParent();
nudgeWith(hasten);

const logger = new Logger(() => (level, message, meta) => {
  if (level === "error") log.error({ task: meta?.task_identifier }, message);
  else if (level === "warning") log.warn(message);
});

const events: WorkerEvents = new EventEmitter();
const id = new Promise<string>((known) => events.once("pool:create", ({ workerPool }) => known(workerPool.id)));
const runner = await run({
  connectionString: env().DATABASE_OWNER_URL,
  taskList: env().sandbox ? { ...tasks, ...sandboxTasks } : tasks,
  concurrency: CONCURRENCY,
  pollInterval: POLL_MS,
  maxPoolSize: CONCURRENCY + 2,
  crontab: SCHEDULE,
  noHandleSignals: true,
  logger,
  events,
});
const stopWatching = await watchForKilled(env().DATABASE_OWNER_URL, await id);
log.info("worker ready");

async function stop(): Promise<void> {
  await runner.stop().catch((error: unknown) => log.warn({ err: error }, "worker stopped while stopping"));
  await stopWatching();
  await closeDatabase();
  process.exit(0);
}

process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
await runner.promise;
