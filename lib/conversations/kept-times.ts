import { eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { keptTimes } from "#db/schema/privacy";
import { now } from "#lib/core/clock";

/** For how many months a shop keeps what was said, who never bought, and who bought. */
export type Times = { messages: number; prospects: number; customers: number };

/**
 * What holds until the owner chooses: what was said for two years; who never bought for three years after she was last
 * there, who bought for three years after that or her last purchase. Source: CNIL, reference consent.md §1, retention.
 */
export const USUAL_TIMES: Times = { messages: 24, prospects: 36, customers: 36 };

/** The times of the shop, and from when on what was said is still there. */
export async function readTimes(tx: Tx, shopId: string): Promise<{ times: Times; clearedUntil: Date | null }> {
  const [chosen] = await tx.select().from(keptTimes).where(eq(keptTimes.shopId, shopId));
  const { messages, prospects, customers } = USUAL_TIMES;
  return {
    times: {
      messages: chosen?.messages ?? messages,
      prospects: chosen?.prospects ?? prospects,
      customers: chosen?.customers ?? customers,
    },
    clearedUntil: chosen?.clearedUntil ?? null,
  };
}

/** The instant before which something kept for `months` is over; in a month without that day, its last. */
export function overBefore(months: number, at: Date = now()): Date {
  const before = new Date(at);
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const last = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(at.getUTCDate(), last));
  return before;
}
