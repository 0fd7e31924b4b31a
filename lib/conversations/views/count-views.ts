import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { isTooSlow } from "#db/lost-connection";
import { conversations } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import { compileFilter } from "./compile";
import { listViews, type SavedView } from "./list-views";

/** Counted no further: a screen says "99+" from here on. */
const MOST_COUNTED = 100;
/** What looking for so many may take in one view, in milliseconds; a view where it takes longer is not counted. */
const PATIENCE_MS = 400;

/** By view: how many conversations it holds, 100 for more than 99. A view that is slow to count is left out. */
export type ViewCounts = { counts: Record<string, number> };

async function countOne(tx: Tx, actor: MemberActor, { filter }: SavedView): Promise<number> {
  await tx.execute(sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`);
  const some = tx
    .select({ one: sql`1` })
    .from(conversations)
    .where(and(eq(conversations.shopId, actor.shopId), compileFilter(filter, { memberId: actor.memberId, at: now() })))
    .limit(MOST_COUNTED)
    .as("some");
  const [counted] = await tx.select({ n: sql<number>`count(*)::integer` }).from(some);
  return counted?.n ?? 0;
}

/**
 * How many conversations each of the member's saved views holds. No rows can be kept for them: any condition may be asked,
 * and some are answered otherwise by the clock alone; so they are counted when asked, up to 100, one after another.
 */
export async function countViews(actor: MemberActor): Promise<ViewCounts> {
  const counts: Record<string, number> = {};
  for (const view of await listViews(actor)) {
    try {
      counts[view.id] = await inShop(actor.shopId, (tx) => countOne(tx, actor, view));
    } catch (error) {
      if (!isTooSlow(error)) throw error;
    }
  }
  return { counts };
}
