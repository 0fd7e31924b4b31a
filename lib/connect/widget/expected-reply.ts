import { and, desc, eq, gt } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { replyWaits } from "#db/schema/widget";
import { DAY, MINUTE } from "#lib/core/clock";
import { closedAt, type OpeningTimes } from "./opening-hours";

/** The latest answers that are looked at, and for how long they count: never a whole table. */
const LATEST = 50;
const COUNTED_FOR = 30 * DAY;
/** With fewer answers than this nothing is promised. */
const FEWEST = 5;
/** What is promised, in minutes: the first that the middle one of the waits does not exceed. */
const STEPS = [1, 2, 3, 4, 5, 10, 15, 20, 30, 45, ...[1, 2, 3, 4, 6, 8, 12, 24, 48].map((hours) => hours * 60)];

/**
 * How many minutes a shopper of the shop waits for an answer, by those its members wrote last: the median of the waits
 * that began while it was open. Null when too few are known, or when it is more than two days.
 */
export async function expectedReply(tx: Tx, shopId: string, times: OpeningTimes, at: Date): Promise<number | null> {
  const latest = await tx
    .select({ since: replyWaits.since, at: replyWaits.at })
    .from(replyWaits)
    .where(and(eq(replyWaits.shopId, shopId), gt(replyWaits.at, new Date(at.getTime() - COUNTED_FOR))))
    .orderBy(desc(replyWaits.at))
    .limit(LATEST);
  const waits = latest
    .filter(({ since }) => closedAt(times, since) === null)
    .map((wait) => wait.at.getTime() - wait.since.getTime())
    .sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)];
  if (waits.length < FEWEST || median === undefined) return null;
  return STEPS.find((minutes) => median <= minutes * MINUTE) ?? null;
}
