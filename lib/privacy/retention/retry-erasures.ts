import { and, asc, eq, lt } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { dataRequests } from "#db/schema/privacy";
import { DAY, now } from "#lib/core/clock";
import { queueErasure } from "../ask-erasure";

/** Longer than any erasure takes, and shorter than from one night to the next. */
const STUCK_MS = 0.8 * DAY;
const MOST = 1_000;

/**
 * Tries the erasures again that were begun before this night and are not done, whoever asked for them: their jobs may
 * have failed for good. Answers how many they are.
 */
export async function retryErasures(tx: Tx, shopId: string): Promise<number> {
  const stuck = await tx
    .select({ id: dataRequests.id })
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.shopId, shopId),
        eq(dataRequests.kind, "erasure"),
        eq(dataRequests.state, "running"),
        lt(dataRequests.createdAt, new Date(now().getTime() - STUCK_MS)),
      ),
    )
    .orderBy(asc(dataRequests.dueAt))
    .limit(MOST);
  for (const { id } of stuck) await queueErasure(tx, shopId, id);
  return stuck.length;
}
