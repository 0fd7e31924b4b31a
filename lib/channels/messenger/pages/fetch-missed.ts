import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { historyImports, messengerPages } from "#db/schema/messenger";
import { DAY, MINUTE, now } from "#lib/core/clock";
import { changeImport, lockUnderWay, queueImport } from "../history/import-row";

/** So long before the last known delivery is looked too: Facebook ends a webhook after an hour of failures. */
const MARGIN_MS = 90 * MINUTE;
/** What is older than this is the past, which the owner fetches: nobody waits for an answer to it any more. */
const MOST_MS = 30 * DAY;

/**
 * Queues the fetching of what was said on a Page while Facebook told nothing of it: since the last delivery that came,
 * or since the connection is known to be lost. It begins at `at`, by default now; one that is under way begins anew, so
 * that nothing newer escapes it.
 */
export async function fetchMissed(
  tx: Tx,
  shopId: string,
  channelId: string,
  lostAt: Date,
  at: Date = now(),
): Promise<void> {
  const ours = and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId));
  const [page] = await tx.select().from(messengerPages).where(ours);
  if (!page) return;
  const anew = { state: "running" as const, threadCursor: null, messageCursor: null, run: null, problem: null };
  const held = await lockUnderWay(tx, shopId, channelId, "missed");
  if (held) return queueImport(tx, await changeImport(tx, held, anew), at);
  const heardAt = page.lastEventAt ?? page.createdAt;
  const from = Math.min(heardAt.getTime(), lostAt.getTime()) - MARGIN_MS;
  const since = new Date(Math.max(from, now().getTime() - MOST_MS));
  const [made] = await tx
    .insert(historyImports)
    .values({ ...anew, shopId, channelId, phase: "fetching", since, startedAt: now() })
    .returning();
  if (made) await queueImport(tx, made, at);
}
