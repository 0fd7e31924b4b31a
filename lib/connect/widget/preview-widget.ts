import { z } from "zod";
import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { firstName, type MemberActor, requireRole } from "#lib/shops/actor";
import { readShop, type ShopView } from "#lib/shops/load-shop";
import type { SessionView } from "../load-visit";
import { WidgetDraft } from "./input";
import { viewWidget } from "./load-widget";
import { SAMPLE_STATES, sampleVisit } from "./sample-visit";

/** What the settings ask to see. A part of the draft that cannot be published is shown as it is saved. */
export const SampleQuery = z.strictObject({
  state: z.enum(SAMPLE_STATES),
  locale: z.enum(["en", "fr"]),
  draft: z.string().max(12_000).optional(),
});
type SampleQuery = z.output<typeof SampleQuery>;

function read(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "");
  } catch {
    return null; // no draft: what is saved is shown
  }
}

/** What is saved, with every part of the draft that could be published. */
function shownDraft(saved: WidgetDraft, json: string | undefined): WidgetDraft {
  const { shape } = WidgetDraft;
  const Shown = z.object({
    colour: shape.colour.catch(saved.colour),
    side: shape.side.catch(saved.side),
    texts: shape.texts.catch(saved.texts),
    showsReplyTime: shape.showsReplyTime.catch(saved.showsReplyTime),
    asks: shape.asks.catch(saved.asks),
    hours: shape.hours.catch(saved.hours),
    alsaceMoselle: shape.alsaceMoselle.catch(saved.alsaceMoselle),
    keepsHolidays: shape.keepsHolidays.catch(saved.keepsHolidays),
    closedDays: shape.closedDays.catch(saved.closedDays),
    domains: shape.domains.catch(saved.domains),
  });
  return Shown.catch(saved).parse(read(json));
}

/** A shop's chat in one of its states, with settings that may not be saved. For owners and admins. */
export async function previewWidget(
  actor: MemberActor,
  { state, locale, draft }: SampleQuery,
): Promise<{ shop: ShopView; visit: SessionView }> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const saved = await viewWidget(tx, actor.shopId);
    const shown = shownDraft(saved.draft, draft);
    const shop = { ...(await readShop(tx, actor.shopId)), colour: shown.colour };
    const { replyMinutes } = saved;
    const visit = sampleVisit(shop, shown, { state, locale, at: now(), replyMinutes, member: firstName(actor.name) });
    return { shop, visit };
  });
}
