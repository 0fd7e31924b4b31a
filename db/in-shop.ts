import { sql } from "drizzle-orm";
import { newId } from "#lib/core/ids";
import { type Database, database } from "./client";
import { isDeadlock, isLostConnection } from "./lost-connection";
import { withoutValues } from "./without-values";

/** How often something was done within its span, and how long that still lasts. */
export type Uses = { points: number; msLeft: number };

export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Commits = { after: (() => Promise<void>)[] };
const commits = new WeakMap<Tx, Commits>();

/** How often work is done again whose transaction PostgreSQL ended to part two that waited for each other. */
const AGAIN_AFTER_DEADLOCK = 4;

/**
 * Runs `work` in one transaction. When the connection is lost before the commit was asked for, nothing was kept, so
 * it is run once more; when it is lost during the commit the outcome is unknown and the error is the caller's. Ended by
 * a deadlock it kept nothing either, and is run again a few times. What a query throws repeats nothing of its values.
 */
async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let [again, deadlocks] = [true, 0]; ; ) {
    const collected: Commits = { after: [] };
    let asked = false;
    try {
      const value = await database().transaction(async (tx) => {
        commits.set(tx, collected);
        const done = await work(tx);
        asked = true;
        return done;
      });
      for (const nudge of collected.after) nudge().catch(() => undefined);
      return value;
    } catch (error) {
      if (!asked && isDeadlock(error) && deadlocks < AGAIN_AFTER_DEADLOCK) deadlocks += 1;
      else if (!asked && again && isLostConnection(error)) again = false;
      else throw withoutValues(error);
    }
  }
}

/**
 * Runs `work` in one transaction whose row-level security is set to `shopId`: it can see and write that shop's rows
 * only. After the commit, what `afterCommit` collected runs at once without being awaited.
 */
export async function inShop<T>(shopId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select set_config('app.shop_id', ${shopId}, true)`);
    return work(tx);
  });
}

/** Runs `work` in one transaction outside any shop: only tables without row-level security and the entrances answer. */
export async function outsideShops<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(work);
}

/**
 * Keeps raw deliveries of one source durable, and queues their processing, in one prepared statement: before their shop
 * is known, and in as few round trips as there can be. All are kept or none; one that was kept before changes nothing.
 */
export async function keepDeliveries(source: string, deliveries: { id: string; body: Buffer }[]): Promise<void> {
  const ids = deliveries.map(() => newId());
  const names = deliveries.map(({ id }) => id);
  const lengths = deliveries.map(({ body }) => body.length);
  const bundle = Buffer.concat(deliveries.map(({ body }) => body));
  await database().$client`select inbound_keep_bundle(${source}, ${ids}, ${names}, ${lengths}, ${bundle})`;
}

/** Takes the jobs of these keys off the queue, in one statement; one that a worker has begun is left to it. */
export async function forgetJobs(keys: readonly string[]): Promise<void> {
  await database().$client`select forget_jobs(${keys})`;
}

/**
 * Counts `points` more uses of `key` within a span of `ms` that began with the first, in one statement and by the
 * database's clock; `anew` begins a span whatever was counted. Answers the uses of this span and the milliseconds left.
 */
export async function countUses(key: string, points: number, ms: number, anew = false): Promise<Uses> {
  const [counted] = await database().$client<Uses[]>`
    insert into rate_limits as held (key, points, expires_at)
    values (${key}, ${points}, clock_timestamp() + ${ms} * interval '1 millisecond')
    on conflict (key) do update set
      points = case when ${anew} or held.expires_at <= clock_timestamp() then excluded.points
        else held.points + excluded.points end,
      expires_at = case when ${anew} or held.expires_at <= clock_timestamp() then excluded.expires_at
        else held.expires_at end
    returning points, greatest(0, ceil(extract(epoch from expires_at - clock_timestamp()) * 1000))::int as "msLeft"`;
  if (!counted) throw new Error("the count of uses is missing");
  return counted;
}

/**
 * Adds a nudge to run once the transaction has committed. It may be lost with the process, so it only ever hastens
 * what a queued job guarantees.
 */
export function afterCommit(tx: Tx, nudge: () => Promise<void>): void {
  commits.get(tx)?.after.push(nudge);
}
