import { setTimeout as wait } from "node:timers/promises";
import { makeWorkerUtils, type WithPgClient } from "graphile-worker";
import { log } from "#lib/core/log";

type Client = Parameters<Parameters<WithPgClient>[0]>[0];

/** The class of the advisory locks by which living workers are known. */
const WORKERS = 30_575;
const EVERY_MS = 4_000;
/** A worker that has just begun holds jobs a moment before it holds its lock. */
const LEAST_HELD = "4 seconds";

const HELD = "l.locktype = 'advisory' and l.classid = $1::int::oid and l.database = d.oid";
const HOLD = `select pg_advisory_lock($1::int, hashtext($2)) where not exists (
  select from pg_locks l, pg_database d where d.datname = current_database() and ${HELD}
    and l.pid = pg_backend_pid() and l.objid = (hashtext($2)::bigint & 4294967295)::oid)`;
const KILLED = `select locked_by from (
    select locked_by, locked_at from graphile_worker._private_jobs
    union all select locked_by, locked_at from graphile_worker._private_job_queues) as held
  where locked_by is not null and locked_at < now() - $2::interval and not exists (
    select from pg_locks l, pg_database d where d.datname = current_database() and ${HELD}
      and l.objid = (hashtext(held.locked_by)::bigint & 4294967295)::oid)
  group by locked_by`;

/**
 * Says that the worker `id` lives, for as long as the client's connection does, and frees the jobs of workers that do
 * not: one that was killed would otherwise keep its jobs for four hours. Answers whose jobs were freed.
 */
export async function freeKilled(client: Client, id: string, leastHeld = LEAST_HELD): Promise<string[]> {
  await client.query(HOLD, [WORKERS, id]);
  const { rows } = await client.query<{ locked_by: string }>(KILLED, [WORKERS, leastHeld]);
  const killed = rows.map((row) => row.locked_by);
  if (killed.length > 0) await client.query("select graphile_worker.force_unlock_workers($1::text[])", [killed]);
  return killed;
}

/** Does so every four seconds until it is stopped, through lost connections too. Answers how to stop it. */
export async function watchForKilled(connectionString: string, id: string): Promise<() => Promise<void>> {
  const utils = await makeWorkerUtils({ connectionString, maxPoolSize: 1 });
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = () => wait(EVERY_MS, undefined, { signal }).catch(() => undefined);
  const watch = async () => {
    while (!signal.aborted)
      await utils
        .withPgClient(async (client) => {
          while (!signal.aborted) {
            const killed = await freeKilled(client, id);
            if (killed.length > 0) log.warn({ killed }, "jobs of killed workers go on");
            await pause();
          }
        })
        .catch(pause);
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await watching;
    await utils.release();
  };
}
