import { eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { widgetSettings } from "#db/schema/widget";
import { HOUR, now } from "#lib/core/clock";
import { stepsChanged } from "#lib/shops/events";
import type { ShopView } from "#lib/shops/load-shop";
import { knownOrigin } from "../chat-page";

/** How long one sight of the chat on the shop stands for the next ones. */
const RESTS = HOUR;

/**
 * Remembers that the chat was opened inside a page of the shop, as the browser itself tells by its headers. The
 * address the page was asked for proves nothing and is not looked at.
 */
export async function seeWidget(shop: ShopView, headers: Headers): Promise<void> {
  const origin = knownOrigin(shop, headers.get("referer") ?? "");
  if (!origin || headers.get("sec-fetch-dest") !== "iframe" || headers.get("sec-fetch-site") === "same-origin") return;
  const [at, on] = [now(), new URL(origin).host];
  const rested = new Date(at.getTime() - RESTS).toISOString();
  await inShop(shop.id, async (tx) => {
    const [before] = await tx
      .select({ seenAt: widgetSettings.seenAt })
      .from(widgetSettings)
      .where(eq(widgetSettings.shopId, shop.id));
    if (!before?.seenAt) await stepsChanged.record(tx, shop.id, {});
    await tx
      .insert(widgetSettings)
      .values({ shopId: shop.id, seenAt: at, seenOn: on })
      .onConflictDoUpdate({
        target: widgetSettings.shopId,
        set: { seenAt: at, seenOn: on },
        setWhere: sql`(${widgetSettings.seenAt} is null or ${widgetSettings.seenAt} < ${rested}::timestamptz or ${widgetSettings.seenOn} <> ${on})`,
      });
  });
}
