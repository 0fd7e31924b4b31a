import { sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";

/** Lines let go in one transaction. */
const BATCH = 500;

/**
 * Lets go of the shop's security log what is past its time: who was refused after a year, who did what after three. The
 * times stand in the database's own function, so that nothing else of the log can be let go. Source: docs/decisions/0025.
 */
export async function thinLog(shopId: string): Promise<void> {
  let gone = BATCH;
  while (gone === BATCH) {
    const [row] = await inShop(shopId, (tx) => tx.execute<{ n: number }>(sql`select audit_thin(${BATCH}) as n`));
    gone = row?.n ?? 0;
  }
}
