import { eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { isTooSlow } from "#db/lost-connection";
import { widgetSettings } from "#db/schema/widget";
import { withinRule } from "#lib/contacts/offer-limits";
import { nextOfferTime } from "#lib/contacts/offer-times";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import { readOfferLimits } from "../load-offer-limits";
import { readBudget } from "../reports/budget";
import { type Chance, countSome } from "./chances-query";
import type { CountChances } from "./input";

/** How many contacts one statement counts, how long it may take, and all of them, in milliseconds. */
const COUNTED = 5_000;
const STATEMENT_MS = 2_500;
const ALL_MS = 3_000;
/** Before every other. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** What becomes in quiet hours of what could go now. */
const IN_QUIET_HOURS = { now: "later", now_or_never: "window_closed" } as const;
const isNow = (key: string): key is keyof typeof IN_QUIET_HOURS => Object.hasOwn(IN_QUIET_HOURS, key);

/**
 * How many may get a message now, how many later by itself, and how many not, by why, the commonest first. `more`: it
 * would have taken too long to count them all; each is decided as it goes all the same.
 */
export type Chances = { now: number; later: number; refused: { key: string; n: number }[]; more: boolean };

/** What offers depend on in this shop: its hours and caps, and whether reports slowed or stopped it. */
async function readLimits(shopId: string) {
  return inShop(shopId, async (tx) => {
    const { state } = await readBudget(tx, shopId);
    const limits = withinRule(await readOfferLimits(tx, shopId));
    const [settings] = await tx
      .select({ alsaceMoselle: widgetSettings.alsaceMoselle })
      .from(widgetSettings)
      .where(eq(widgetSettings.shopId, shopId));
    const aMonth = state === "slowed" ? 1 : limits.aMonth;
    return {
      limits: { ...limits, aMonth },
      stopped: state === "stopped",
      alsaceMoselle: settings?.alsaceMoselle ?? false,
    };
  });
}

/** Says of everybody whom a filter means, on every page of it, who may receive a message of this purpose now. */
export async function countChances(actor: MemberActor, { filter, purpose }: CountChances): Promise<Chances> {
  const { shopId } = actor;
  const { limits, stopped, alsaceMoselle } = await readLimits(shopId);
  const [at, begun] = [now(), performance.now()];
  const isQuiet = (zone: string) => purpose === "offers" && nextOfferTime(at, { zone, alsaceMoselle }, limits) > at;
  const sums = new Map<string, number>();
  const add = ({ key, zone, n }: Chance) => {
    const becomes = isNow(key) ? (isQuiet(zone) ? IN_QUIET_HOURS[key] : "now") : key;
    sums.set(becomes, (sums.get(becomes) ?? 0) + n);
  };
  let more = false;
  for (let after = NO_ID; ; ) {
    const asked = { shopId, at, filter, purpose, limits, stopped, after, most: COUNTED };
    const some = await inShop(shopId, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(STATEMENT_MS)}, true)`);
      return countSome(tx, asked);
    }).catch((error: unknown) => {
      if (isTooSlow(error)) return null;
      throw error;
    });
    for (const one of some ?? []) add(one);
    const n = (some ?? []).reduce((sum, one) => sum + one.n, 0);
    more = some === null || (n === COUNTED && performance.now() - begun > ALL_MS);
    if (more || n < COUNTED) break;
    for (const { last } of some ?? []) if (last > after) after = last;
  }
  const refused = [...sums].flatMap(([key, n]) => (key === "now" || key === "later" ? [] : [{ key, n }]));
  return {
    now: sums.get("now") ?? 0,
    later: sums.get("later") ?? 0,
    refused: refused.sort((one, other) => other.n - one.n || one.key.localeCompare(other.key)),
    more,
  };
}
