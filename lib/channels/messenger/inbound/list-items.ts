import { and, count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { inboundItems } from "#db/schema/messenger";
import { notFound } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { type Reason, reasonOf } from "./reason-of";

const SHOWN = 50;

export const OneChannel = z.strictObject({ channelId: z.uuid() });
export type OneChannel = z.output<typeof OneChannel>;

/** `problem` is what failed in the words of a log; `reason` is what to tell of it. */
export type InboundItemView = {
  id: string;
  kind: string;
  problem: string | null;
  reason: Reason;
  at: string;
  attempts: number;
};
/** `count` items wait for a replay, of which the newest are listed; `unknown` were of a kind this product does not know. */
export type InboundItemsView = { items: InboundItemView[]; count: number; unknown: number };

/** What came in on a Page and could not be processed, for the shop's owners and admins. */
export async function listInboundItems(actor: MemberActor, { channelId }: OneChannel): Promise<InboundItemsView> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const [channel] = await tx
      .select({ id: channels.id })
      .from(channels)
      .where(and(eq(channels.shopId, shopId), eq(channels.id, channelId), eq(channels.kind, "messenger")));
    if (!channel) throw notFound("channel");
    const here = and(eq(inboundItems.shopId, shopId), eq(inboundItems.channelId, channelId));
    const counted = await tx
      .select({ state: inboundItems.state, items: count() })
      .from(inboundItems)
      .where(and(eq(inboundItems.shopId, shopId), here))
      .groupBy(inboundItems.state);
    const rows = await tx
      .select()
      .from(inboundItems)
      .where(and(eq(inboundItems.shopId, shopId), here, eq(inboundItems.state, "failed")))
      .orderBy(desc(inboundItems.createdAt), desc(inboundItems.id))
      .limit(SHOWN);
    const of = (state: string) => counted.find((one) => one.state === state)?.items ?? 0;
    return {
      items: rows.map(({ id, kind, problem, createdAt, attempts }) => ({
        ...{ id, kind, problem, reason: reasonOf(problem), attempts },
        at: createdAt.toISOString(),
      })),
      count: of("failed"),
      unknown: of("unknown"),
    };
  });
}
