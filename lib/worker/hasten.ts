import { forgetJobs } from "#db/in-shop";
import { log } from "#lib/core/log";
import type { Told } from "#lib/events/define-event";
import { type Publication, publishBatch } from "#lib/realtime/publish";
import { subscriptionTo } from "./subscriptions";

/** How long the keys of what was shown are collected before their jobs are forgotten in one statement, in milliseconds. */
const COLLECTED_MS = 250;

const done: string[] = [];

/** One that is lost here leaves a job that shows the same again, which changes nothing. */
function forget(key: string): void {
  done.push(key);
  if (done.length > 1) return;
  setTimeout(() => {
    forgetJobs(done.splice(0)).catch((error: unknown) => log.warn({ err: error }, "jobs of shown changes stay"));
  }, COLLECTED_MS).unref();
}

/** What open screens are told of one event, as everything is now. Throws for a type nobody declared. */
export async function publicationsOf({ type, shopId, payload }: Omit<Told, "key">): Promise<Publication[]> {
  const read = await Promise.all(subscriptionTo(type).shown.map((shown) => shown.read(shopId, payload)));
  return read.flat();
}

/** The same words on the same channel are told once. */
function once(publications: readonly Publication[]): Publication[] {
  return [...new Map(publications.map((one) => [JSON.stringify(one), one])).values()];
}

/** Shows what one commit changed, at once. What fails here, or is lost with the process, is done by the queued jobs. */
export async function hasten(told: readonly Told[]): Promise<void> {
  const atOnce = told.flatMap(({ type, shopId, payload }) =>
    subscriptionTo(type).lasting.flatMap((one) => (one.atOnce ? [one.run(shopId, payload)] : [])),
  );
  const [read] = await Promise.all([
    Promise.all(told.map((one) => publicationsOf(one).catch(() => null))),
    Promise.allSettled(atOnce),
  ]);
  await publishBatch(once(read.flatMap((publications) => publications ?? [])));
  for (const [place, { key }] of told.entries()) if (key !== null && read[place]) forget(key);
}
