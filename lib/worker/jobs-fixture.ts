import { z } from "zod";
import { owner } from "#db/owner-fixture";
import { subscriptionTo } from "./subscriptions";
import { tasks } from "./tasks";

type Queued = { id: string; task: string; payload: Record<string, unknown>; runAt: Date; due: boolean };
const Task = z.custom<(payload: unknown) => Promise<void>>((value) => typeof value === "function");

/**
 * The jobs that wait for a shop, those of its kept deliveries included, oldest first. Nobody here shows a change at
 * once, so that showing it is due.
 */
export async function jobsOf(shopId: string): Promise<Queued[]> {
  return owner()<Queued[]>`
    select j.id, t.identifier as task, j.payload, j.run_at as "runAt", j.run_at <= now() or t.identifier = 'show' as due from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload->>'shopId' = ${shopId} or j.payload->>'inboundEventId' in (
      select e.id::text from inbound_events e join connections c on c.id = e.connection_id where c.shop_id = ${shopId})
    order by j.id`;
}

/** Of these jobs, one for each event that was recorded: what is both shown and done has two. */
export function eventsIn(jobs: readonly Queued[]): Queued[] {
  return jobs.filter(({ task, payload }) => {
    if (task !== "show") return task === "event";
    return subscriptionTo(String(payload.type)).kind === "shown";
  });
}

/** Takes the waiting jobs of a shop off the queue without running them; with `due`, only those whose time has come. */
export async function takeJobs(shopId: string, due = false): Promise<Queued[]> {
  const jobs = (await jobsOf(shopId)).filter((job) => job.due || !due);
  if (jobs.length > 0)
    await owner()`delete from graphile_worker._private_jobs where id in ${owner()(jobs.map((job) => job.id))}`;
  return jobs;
}

/** Runs one job as the worker would. */
export async function runJob(task: string, payload: unknown): Promise<void> {
  await Task.parse(tasks[task])(payload);
}

/** Runs a shop's jobs whose time has come, and those they queue, until none is left. What a job throws is thrown. */
export async function runJobs(shopId: string): Promise<void> {
  for (let jobs = await takeJobs(shopId, true); jobs.length > 0; jobs = await takeJobs(shopId, true))
    for (const job of jobs) await runJob(job.task, job.payload);
}
