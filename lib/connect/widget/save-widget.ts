import { eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { shops } from "#db/schema/shops";
import { widgetSettings } from "#db/schema/widget";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { stepsChanged } from "#lib/shops/events";
import { readShop } from "#lib/shops/load-shop";
import { lockTeam } from "#lib/shops/lock-team";
import { recordAct } from "#lib/shops/record-act";
import type { SaveWidget } from "./input";
import { readWidget, viewWidget, type WidgetView } from "./load-widget";

/**
 * Publishes how a shop's chat looks, what it says and where it may be shown. Refused when somebody published since
 * `version`, so that nobody's work is lost unseen. For owners and admins.
 */
export async function saveWidget(asker: MemberActor, input: SaveWidget): Promise<WidgetView> {
  const { shopId } = asker;
  return inShop(shopId, async (tx) => {
    await lockTeam(tx, asker, "admin");
    const { version } = await readWidget(tx, await readShop(tx, shopId));
    if (version !== input.version) throw refused("widget_changed");
    const { colour, domains, ...draft } = input.draft;
    await tx
      .update(shops)
      .set({ colour, domains: [...new Set(domains)] })
      .where(eq(shops.id, shopId));
    await tx
      .insert(widgetSettings)
      .values({ shopId, ...draft, version: 1 })
      .onConflictDoUpdate({
        target: widgetSettings.shopId,
        set: { ...draft, version: sql`${widgetSettings.version} + 1` },
      });
    await recordAct(tx, asker, "chat_published");
    await stepsChanged.record(tx, shopId, {});
    return viewWidget(tx, shopId);
  });
}
