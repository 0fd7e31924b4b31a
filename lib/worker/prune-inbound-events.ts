import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { DAY, now } from "#lib/core/clock";

/** How long a raw delivery is kept once it was processed, in days: for looking into what a platform really said. */
export const KEPT_DAYS = 30;
/** Deliveries forgotten in one transaction. */
const TOGETHER = 1_000;

/**
 * Forgets raw deliveries that were processed long ago, and answers how many. Those that could not be read, or were never
 * processed, stay; so do the items set aside in their shops, which hold what they need themselves.
 */
export async function pruneInboundEvents(): Promise<number> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY).toISOString();
  for (let gone = 0; ; ) {
    const [row] = await outsideShops((tx) =>
      tx.execute<{ n: number }>(sql`select inbound_prune(${before}::timestamptz, ${TOGETHER}) as n`),
    );
    const n = row?.n ?? 0;
    gone += n;
    if (n < TOGETHER) return gone;
  }
}
