import { sql } from "drizzle-orm";
import type { Tx } from "./in-shop";

/** Lets transactions that lock the same name go one after another: each waits here until the one before has ended. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
