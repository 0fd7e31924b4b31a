import { sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { keptTimes } from "#db/schema/privacy";
import { overBefore, readTimes, type Times } from "#lib/conversations/kept-times";
import { now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import { noteErasures } from "../erase/replay-list";
import type { SaveTimes } from "./input";

const PURPOSES = ["messages", "prospects", "customers"] as const;

/**
 * Keeps for how long the shop holds what. A shorter time needs that how much it ends was shown; it is noted on the replay
 * list before, so that a backup does not bring the longer one back. For owners only.
 */
export async function saveTimes(actor: MemberActor, { seen, ...times }: SaveTimes): Promise<Times> {
  requireRole(actor, "owner");
  const { shopId } = actor;
  const at = now();
  const before = await inShop(shopId, async (tx) => (await readTimes(tx, shopId)).times);
  if (!seen && PURPOSES.some((purpose) => times[purpose] < before[purpose])) throw refused("times_uncounted");
  await noteErasures([{ shopId, times, at: at.toISOString() }]);
  return inShop(shopId, async (tx) => {
    await storeTimes(tx, shopId, times, at);
    await recordAct(tx, actor, "times_changed", { name: PURPOSES.map((purpose) => times[purpose]).join(" / ") });
    return times;
  });
}

/**
 * Stores the times as they were saved then. What a longer time lets in again, by an import of what was said, is cleared
 * no longer: it is looked at anew once the time is shorter.
 */
export async function storeTimes(tx: Tx, shopId: string, times: Times, savedAt: Date): Promise<void> {
  const saved = { ...times, savedAt };
  const over = sql`${overBefore(times.messages).toISOString()}::timestamptz`;
  const clearedUntil = sql`case when ${keptTimes.clearedUntil} > ${over} then ${over} else ${keptTimes.clearedUntil} end`;
  await tx
    .insert(keptTimes)
    .values({ shopId, ...saved })
    .onConflictDoUpdate({ target: keptTimes.shopId, set: { ...saved, clearedUntil } });
}
