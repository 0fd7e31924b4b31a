import { eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { widgetSettings } from "#db/schema/widget";
import { type OfferLimits, WIDEST } from "#lib/contacts/offer-limits";
import type { MemberActor } from "#lib/shops/actor";

/** Where a shop's own limits stand. */
export const LIMIT_COLUMNS = {
  from: widgetSettings.offersFrom,
  to: widgetSettings.offersTo,
  aMonth: widgetSettings.offersAMonth,
  restDays: widgetSettings.offersRestDays,
};

/** `version`: how often they were saved; 0 until they are. */
export type OfferLimitsView = OfferLimits & { version: number };

/** The limits of the present transaction's shop: the rule's own until it chose. */
export async function readOfferLimits(tx: Tx, shopId: string): Promise<OfferLimitsView> {
  const [row] = await tx
    .select({ ...LIMIT_COLUMNS, version: widgetSettings.offersVersion })
    .from(widgetSettings)
    .where(eq(widgetSettings.shopId, shopId));
  return row ?? { ...WIDEST, version: 0 };
}

/** What the shop allows itself of offers. */
export async function loadOfferLimits(actor: Pick<MemberActor, "shopId">): Promise<OfferLimitsView> {
  return inShop(actor.shopId, (tx) => readOfferLimits(tx, actor.shopId));
}
