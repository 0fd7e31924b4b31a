import { sql } from "drizzle-orm";
import { type Database, database } from "./client";

export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Commits = { after: (() => Promise<void>)[] };
const commits = new WeakMap<Tx, Commits>();

/**
 * Runs `work` in one transaction whose row-level security is set to `shopId`: it can see and write that shop's rows
 * only. After the commit, what `afterCommit` collected runs at once without being awaited.
 */
export async function inShop<T>(shopId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const collected: Commits = { after: [] };
  const value = await database().transaction(async (tx) => {
    commits.set(tx, collected);
    await tx.execute(sql`select set_config('app.shop_id', ${shopId}, true)`);
    return work(tx);
  });
  for (const nudge of collected.after) nudge().catch(() => undefined);
  return value;
}

/** Runs `work` in one transaction outside any shop: only tables without row-level security and the entrances answer. */
export async function outsideShops<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(work);
}

/**
 * Adds a nudge to run once the transaction has committed. It may be lost with the process, so it only ever hastens
 * what a queued job guarantees.
 */
export function afterCommit(tx: Tx, nudge: () => Promise<void>): void {
  commits.get(tx)?.after.push(nudge);
}
