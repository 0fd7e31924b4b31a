import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { log } from "#lib/core/log";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import { GraphError } from "../graph";
import { resumeSending } from "../outbound/resume-sending";
import { pageOf } from "../page-of";
import { channelChanged } from "./events";
import { unsubscribePage } from "./graph-subscriptions";
import type { OnePage } from "./input";

/**
 * Ends the use of a Page: forgets its token and stops its webhook. Its conversations stay, closed to writing; what
 * still waited is refused as any message to a disconnected channel is. Twice is once. Owners and admins only.
 */
export async function disconnectPage(actor: MemberActor, input: OnePage): Promise<{ disconnected: true }> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  const { channelId } = input;
  const { pageId, token, name, disconnectedAt } = await inShop(shopId, (tx) => pageOf(tx, shopId, channelId));
  await inShop(shopId, async (tx) => {
    const ours = and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId));
    await tx
      .update(messengerPages)
      .set({ sealedToken: null, troubles: [], subscribedFields: [], version: sql`${messengerPages.version} + 1` })
      .where(ours);
    await tx
      .update(channels)
      .set({ disconnectedAt: sql`coalesce(${channels.disconnectedAt}, now())`, pausedAt: null })
      .where(and(eq(channels.shopId, shopId), eq(channels.id, channelId)));
    if (disconnectedAt === null) await recordAct(tx, actor, "channel_disconnected", { name });
    await resumeSending(tx, shopId, channelId);
    await channelChanged.record(tx, shopId, { channelId });
  });
  if (token !== null) await endWebhook(pageId, token);
  return { disconnected: true };
}

/** A webhook that goes on is turned away for want of a shop, so a platform that cannot be asked changes nothing. */
export async function endWebhook(pageId: string, token: string): Promise<void> {
  try {
    await unsubscribePage(pageId, token);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    log.warn({ err: error }, "a Page's webhook could not be ended");
  }
}
