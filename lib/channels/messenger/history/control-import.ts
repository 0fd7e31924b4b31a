import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { historyImports } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { channelChanged } from "../pages/events";
import { changeImport, type ImportRow, latestImport, queueImport } from "./import-row";
import type { OneChannel } from "./input";
import { type ImportView, viewImport } from "./view-import";

/**
 * Fetches a Page's past conversations in the background. Nothing is sent to anybody and nothing waits because of it.
 * Started again after its end, it brings only what the shop does not hold. Refused while one is under way.
 */
export async function startImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView> {
  return onChannel(actor, channelId, async (tx, latest, paused) => {
    if (latest?.state === "running" || latest?.state === "paused") throw refused("import_running");
    if (paused) throw refused("channel_paused");
    const [made] = await tx
      .insert(historyImports)
      .values({ shopId: actor.shopId, channelId, state: "running", startedAt: now() })
      .returning();
    if (!made) throw new Error("insert returned no row");
    await queueImport(tx, made, now());
    await channelChanged.record(tx, actor.shopId, { channelId });
    return made;
  });
}

/** Stops an import where it is. Does nothing to one that does not run. */
export async function pauseImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView> {
  return onChannel(actor, channelId, async (tx, latest) => {
    const row = existing(latest);
    return row.state === "running" ? changeImport(tx, row, { state: "paused", problem: null, run: null }) : row;
  });
}

/** Lets a paused or failed import go on where it stopped. Does nothing to one that runs or has ended. */
export async function resumeImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView> {
  return onChannel(actor, channelId, async (tx, latest, paused) => {
    const row = existing(latest);
    if (row.state !== "paused" && row.state !== "failed") return row;
    if (paused) throw refused("channel_paused");
    await queueImport(tx, row, now());
    return changeImport(tx, row, { state: "running", problem: null, delays: 0, calledAt: null, run: null });
  });
}

/** Ends an import; what it brought stays. Does nothing to one that has ended. */
export async function cancelImport(actor: MemberActor, { channelId }: OneChannel): Promise<ImportView> {
  return onChannel(actor, channelId, async (tx, latest) => {
    const row = existing(latest);
    if (row.state === "done" || row.state === "cancelled") return row;
    return changeImport(tx, row, { state: "cancelled", problem: null, run: null });
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

type Run = (tx: Tx, latest: ImportRow | null, paused: boolean) => Promise<ImportRow>;

/** Runs a command while nobody else controls an import of the same channel. */
async function onChannel(actor: MemberActor, channelId: string, run: Run): Promise<ImportView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const { pausedAt } = await readChannel(tx, actor.shopId, channelId);
    const latest = await latestImport(tx, actor.shopId, channelId);
    return viewImport(await run(tx, latest, pausedAt !== null));
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

function existing(row: ImportRow | null): ImportRow {
  if (!row) throw notFound("import");
  return row;
}
