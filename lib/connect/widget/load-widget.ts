import { eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { widgetSettings } from "#db/schema/widget";
import { now } from "#lib/core/clock";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { readShop, type ShopView } from "#lib/shops/load-shop";
import { expectedReply } from "./expected-reply";
import type { WidgetDraft } from "./input";

export type WidgetView = {
  draft: WidgetDraft;
  timeZone: string;
  /** 0 until it was saved once. */
  version: number;
  /** Minutes, as the shop's answers show; null: not known yet. */
  replyMinutes: number | null;
  /** When and where the chat was last opened on the shop itself. */
  seen: { at: string; on: string } | null;
};

const SILENT = { greeting: "", away: "" };

/** A shop's chat as it is saved, or the defaults. */
export async function readWidget(tx: Tx, shop: ShopView) {
  const [row] = await tx.select().from(widgetSettings).where(eq(widgetSettings.shopId, shop.id));
  const draft: WidgetDraft = {
    colour: shop.colour,
    domains: shop.domains,
    side: row?.side ?? "right",
    texts: { en: row?.texts.en ?? SILENT, fr: row?.texts.fr ?? SILENT },
    showsReplyTime: row?.showsReplyTime ?? true,
    asks: row?.asks ?? ["service", "order_updates", "offers"],
    hours: row?.hours ?? null,
    alsaceMoselle: row?.alsaceMoselle ?? false,
    keepsHolidays: row?.keepsHolidays ?? true,
    closedDays: row?.closedDays ?? [],
  };
  return { draft, version: row?.version ?? 0, seenAt: row?.seenAt ?? null, seenOn: row?.seenOn ?? null };
}

/** The shop's chat for whoever sets it up. For owners and admins. */
export async function loadWidget(actor: MemberActor): Promise<WidgetView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, (tx) => viewWidget(tx, actor.shopId));
}

/** The same, within a transaction. */
export async function viewWidget(tx: Tx, shopId: string): Promise<WidgetView> {
  const shop = await readShop(tx, shopId);
  const { draft, version, seenAt, seenOn } = await readWidget(tx, shop);
  const { timeZone } = shop;
  return {
    ...{ draft, version, timeZone },
    replyMinutes: await expectedReply(tx, shop.id, { ...draft, timeZone }, now()),
    seen: seenAt && seenOn ? { at: seenAt.toISOString(), on: seenOn } : null,
  };
}
