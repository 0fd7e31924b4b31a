import { lt, sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { rateLimits } from "#db/schema/rate-limits";

/** Forgets the counts of uses whose span is over: a later use begins a new one anyway. */
export async function forgetUses(): Promise<void> {
  await outsideShops((tx) => tx.delete(rateLimits).where(lt(rateLimits.expiresAt, sql`now()`)));
}
