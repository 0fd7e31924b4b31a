import { sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";

type Options = {
  /** Run not before this instant. */
  runAt?: Date;
  /** A waiting job with the same key is replaced instead of doubled. */
  key?: string;
  /** Tries before the job is kept as failed for good. */
  maxAttempts?: number;
  /** Jobs of one queue run one after another. */
  queue?: string;
};

/** Queues `task` inside the caller's transaction, so that the job exists exactly when the change does. */
export async function addJob(tx: Tx, task: string, payload: object, options: Options = {}): Promise<void> {
  await tx.execute(
    sql`select queue_job(${task}, ${JSON.stringify(payload)}::json, ${options.runAt?.toISOString() ?? null}::timestamptz,
      ${options.key ?? null}, ${options.maxAttempts ?? 25}, ${options.queue ?? null})`,
  );
}
