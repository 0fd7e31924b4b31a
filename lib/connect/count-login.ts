import { sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { loginCounts } from "#db/schema/login-counts";

type Told = { channelId: string; at: Date; optedIn: boolean };

/**
 * Counts a login that asked for a Page, in its day in UTC, and whether she let the Page write. Numbers alone are kept, so
 * one whose processing was broken off at its very end and done again counts twice.
 */
export async function countLogin(tx: Tx, shopId: string, { channelId, at, optedIn }: Told): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  const allowed = optedIn ? 1 : 0;
  await tx
    .insert(loginCounts)
    .values({ shopId, channelId, day, logins: 1, allowed })
    .onConflictDoUpdate({
      target: [loginCounts.channelId, loginCounts.day],
      set: { logins: sql`${loginCounts.logins} + 1`, allowed: sql`${loginCounts.allowed} + ${allowed}` },
    });
}
