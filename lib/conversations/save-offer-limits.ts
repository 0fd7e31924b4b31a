import { sql } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { widgetSettings } from "#db/schema/widget";
import { LIMIT_CHOICES } from "#lib/contacts/offer-limits";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { lockTeam } from "#lib/shops/lock-team";
import { type OfferLimitsView, readOfferLimits } from "./load-offer-limits";

const oneOf = (choices: readonly number[]) => z.number().refine((chosen) => choices.includes(chosen), "invalid_choice");

/** Only what is narrower than the rule can be chosen at all. `version`: what was seen when it was chosen. */
export const SaveOfferLimits = z
  .strictObject({
    from: oneOf(LIMIT_CHOICES.from),
    to: oneOf(LIMIT_CHOICES.to),
    aMonth: oneOf(LIMIT_CHOICES.aMonth),
    restDays: oneOf(LIMIT_CHOICES.restDays),
    version: z.number().int().min(0),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "opening_order" });
export type SaveOfferLimits = z.output<typeof SaveOfferLimits>;

/**
 * Narrows when and how often offers go to one person. It holds from now on, also for what waits, which is decided again
 * at its time. Refused when somebody saved since `version`. For owners and admins. Source: permission.md, "Caps".
 */
export async function saveOfferLimits(actor: MemberActor, input: SaveOfferLimits): Promise<OfferLimitsView> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  const chosen = {
    ...{ offersFrom: input.from, offersTo: input.to },
    ...{ offersAMonth: input.aMonth, offersRestDays: input.restDays },
  };
  return inShop(shopId, async (tx) => {
    await lockTeam(tx, actor, "admin");
    if ((await readOfferLimits(tx, shopId)).version !== input.version) throw refused("widget_changed");
    await tx
      .insert(widgetSettings)
      .values({ shopId, ...chosen, offersVersion: 1 })
      .onConflictDoUpdate({
        target: widgetSettings.shopId,
        set: { ...chosen, offersVersion: sql`${widgetSettings.offersVersion} + 1` },
      });
    return readOfferLimits(tx, shopId);
  });
}
