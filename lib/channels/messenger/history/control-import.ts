import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { historyImports } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { channelWorked } from "../pages/events";
import { changeImport, type ImportRow, latestImport, lockUnderWay, queueImport } from "./import-row";
import type { OneChannel } from "./input";
import { type ImportView, viewImport } from "./view-import";

/**
 * Fetches a Page's past conversations in the background. Nothing is sent to anybody and nothing waits because of it.
 * Started again after its end, it brings only what the shop does not hold; while one is under way it is that one. What
 * is fetched because it was missed is another matter.
 */
export async function startImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView | null> {
  return onChannel(actor, channelId, async (tx, _latest, paused) => {
    const underWay = await lockUnderWay(tx, actor.shopId, channelId, "past");
    if (underWay) return underWay;
    if (paused) throw refused("channel_paused");
    const [made] = await tx
      .insert(historyImports)
      .values({ shopId: actor.shopId, channelId, state: "running", startedAt: now() })
      .returning();
    if (!made) throw new Error("insert returned no row");
    await queueImport(tx, made, now());
    await channelWorked.record(tx, actor.shopId, { channelId });
    return made;
  });
}

/** Stops an import where it is. Does nothing to one that does not run. */
export async function pauseImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView | null> {
  return onChannel(actor, channelId, async (tx, latest) =>
    latest?.state === "running" ? changeImport(tx, latest, { state: "paused", problem: null, run: null }) : latest,
  );
}

/** Lets a paused or failed import go on where it stopped. Does nothing to one that runs or has ended. */
export async function resumeImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView | null> {
  return onChannel(actor, channelId, async (tx, latest, paused) => {
    if (latest?.state !== "paused" && latest?.state !== "failed") return latest;
    if (paused) throw refused("channel_paused");
    await queueImport(tx, latest, now());
    return changeImport(tx, latest, { state: "running", problem: null, delays: 0, calledAt: null, run: null });
  });
}

/** Ends an import; what it brought stays. Does nothing to one that has ended. */
export async function cancelImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView | null> {
  return onChannel(actor, channelId, async (tx, latest) => {
    if (!latest || latest.state === "done" || latest.state === "cancelled") return latest;
    return changeImport(tx, latest, { state: "cancelled", problem: null, run: null });
  });
}

/** The channel's newest import, or null. For owners and admins. */
export async function loadImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView | null> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    await readChannel(tx, actor.shopId, channelId);
    const latest = await latestImport(tx, actor.shopId, channelId);
    return latest && viewImport(latest);
  });
}

type Run = (tx: Tx, latest: ImportRow | null, paused: boolean) => Promise<ImportRow | null>;

/** Runs a command while nobody else controls an import of the same channel. */
async function onChannel(actor: MemberActor, channelId: string, run: Run): Promise<ImportView | null> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const { pausedAt } = await readChannel(tx, actor.shopId, channelId);
    const latest = await latestImport(tx, actor.shopId, channelId);
    const row = await run(tx, latest, pausedAt !== null);
    return row && viewImport(row);
  });
}

async function readChannel(tx: Tx, shopId: string, channelId: string) {
  const [found] = await tx
    .select({ pausedAt: channels.pausedAt, disconnectedAt: channels.disconnectedAt })
    .from(channels)
    .where(and(eq(channels.shopId, shopId), eq(channels.id, channelId), eq(channels.kind, "messenger")))
    .for("no key update");
  if (!found || found.disconnectedAt) throw notFound("channel");
  return found;
}
