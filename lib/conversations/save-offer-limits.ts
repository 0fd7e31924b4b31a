import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { widgetSettings } from "#db/schema/widget";
import { LIMIT_CHOICES, type OfferLimits, WIDEST } from "#lib/contacts/offer-limits";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { lockTeam } from "#lib/shops/lock-team";

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

export type OfferLimitsView = OfferLimits & { version: number };

async function read(tx: Tx, shopId: string): Promise<OfferLimitsView> {
  const [row] = await tx.select().from(widgetSettings).where(eq(widgetSettings.shopId, shopId));
  if (!row) return { ...WIDEST, version: 0 };
  return {
    ...{ from: row.offersFrom, to: row.offersTo, aMonth: row.offersAMonth, restDays: row.offersRestDays },
    version: row.offersVersion,
  };
}

/** What the shop allows itself of offers. */
export async function loadOfferLimits(actor: Pick<MemberActor, "shopId">): Promise<OfferLimitsView> {
  return inShop(actor.shopId, (tx) => read(tx, actor.shopId));
}

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
    if ((await read(tx, shopId)).version !== input.version) throw refused("widget_changed");
    await tx
      .insert(widgetSettings)
      .values({ shopId, ...chosen, offersVersion: 1 })
      .onConflictDoUpdate({
        target: widgetSettings.shopId,
        set: { ...chosen, offersVersion: sql`${widgetSettings.offersVersion} + 1` },
      });
    return read(tx, shopId);
  });
}
