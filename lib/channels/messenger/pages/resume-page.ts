import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { resumeSending } from "../outbound/resume-sending";
import { fetchMissed } from "./fetch-missed";
import { goOnAfterPause } from "./go-on";

/**
 * Lets a paused channel send again, beginning with what waited, its other work go on, and what was missed be fetched. A
 * channel that was not paused stays as it is.
 */
export async function resumePage(tx: Tx, shopId: string, channelId: string): Promise<void> {
  const paused = and(eq(channels.shopId, shopId), eq(channels.id, channelId), isNotNull(channels.pausedAt));
  const [held] = await tx.select({ pausedAt: channels.pausedAt }).from(channels).where(paused).for("update");
  if (!held?.pausedAt) return;
  await tx.update(channels).set({ pausedAt: null }).where(paused);
  await resumeSending(tx, shopId, channelId);
  await goOnAfterPause(tx, shopId, channelId);
  await fetchMissed(tx, shopId, channelId, held.pausedAt);
}
