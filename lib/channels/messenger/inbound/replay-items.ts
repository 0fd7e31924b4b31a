import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { attachments } from "#db/schema/conversations";
import { inboundItems } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { problemOf, STANDBY } from "./keep-item";
import { listInboundItems, type OneChannel } from "./list-items";
import type { Place } from "./place";
import { isKnown, takeItem } from "./take-item";

const MOST_AT_ONCE = 200;

export const OneInboundItem = z.strictObject({ itemId: z.uuid() });
export type OneInboundItem = z.output<typeof OneInboundItem>;

const File = z.object({ attachmentId: z.uuid() });

/**
 * Processes again an item that failed. What it says is done once, however often it is replayed; a failure is told with
 * its new reason and stays in the list. An attachment is fetched again by a job, and comes back if that fails.
 */
export async function replayInboundItem(
  actor: MemberActor,
  { itemId }: OneInboundItem,
): Promise<{ replayed: boolean; problem: string | null }> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  try {
    await inShop(shopId, (tx) => replay(tx, shopId, itemId));
    return { replayed: true, problem: null };
  } catch (error) {
    const problem = problemOf(error);
    const [kept] = await inShop(shopId, (tx) =>
      tx
        .update(inboundItems)
        .set({ problem, attempts: sql`${inboundItems.attempts} + 1` })
        .where(and(eq(inboundItems.shopId, shopId), eq(inboundItems.id, itemId), eq(inboundItems.state, "failed")))
        .returning({ id: inboundItems.id }),
    );
    if (!kept) throw error;
    return { replayed: false, problem };
  }
}

/** Replays everything of a Page that failed, the oldest first, up to 200 at once. An absent Page is refused. */
export async function replayAllInboundItems(
  actor: MemberActor,
  { channelId }: OneChannel,
): Promise<{ replayed: number; failed: number }> {
  await listInboundItems(actor, { channelId });
  const waiting = await inShop(actor.shopId, (tx) =>
    tx
      .select({ itemId: inboundItems.id })
      .from(inboundItems)
      .where(
        and(
          eq(inboundItems.shopId, actor.shopId),
          eq(inboundItems.channelId, channelId),
          eq(inboundItems.state, "failed"),
        ),
      )
      .orderBy(asc(inboundItems.createdAt), asc(inboundItems.id))
      .limit(MOST_AT_ONCE),
  );
  let replayed = 0;
  for (const item of waiting) if ((await replayInboundItem(actor, item)).replayed) replayed += 1;
  return { replayed, failed: waiting.length - replayed };
}

async function replay(tx: Tx, shopId: string, itemId: string): Promise<void> {
  const [found] = await tx
    .select({ item: inboundItems, pageId: channels.externalId })
    .from(inboundItems)
    .innerJoin(channels, and(eq(channels.shopId, inboundItems.shopId), eq(channels.id, inboundItems.channelId)))
    .where(and(eq(inboundItems.shopId, shopId), eq(inboundItems.id, itemId), eq(inboundItems.state, "failed")))
    .for("update", { of: inboundItems });
  if (!found) throw notFound("item");
  const { item, pageId } = found;
  const place = { shopId, channelId: item.channelId, pageId };
  if (item.kind === "attachment") await fetchAgain(tx, place, item.item);
  else await take(tx, place, item);
  await tx
    .update(inboundItems)
    .set({ state: "replayed", problem: null, settledAt: now() })
    .where(and(eq(inboundItems.shopId, shopId), eq(inboundItems.id, itemId)));
}

async function take(tx: Tx, place: Place, { kind, position, item, createdAt }: typeof inboundItems.$inferSelect) {
  if (!isKnown(kind)) throw new Error(`unknown kind ${kind}`);
  const standby = item[STANDBY] === true;
  await takeItem(tx, place, { pageId: place.pageId, position, time: createdAt, kind, raw: item, standby });
}

async function fetchAgain(tx: Tx, { shopId }: Place, item: Record<string, unknown>): Promise<void> {
  const { attachmentId } = File.parse(item);
  const reset = await tx
    .update(attachments)
    .set({ state: "waiting", problem: null })
    .where(and(eq(attachments.shopId, shopId), eq(attachments.id, attachmentId), eq(attachments.state, "failed")))
    .returning({ id: attachments.id });
  if (reset.length > 0) await addJob(tx, "fetchAttachment", { shopId, attachmentId });
}
