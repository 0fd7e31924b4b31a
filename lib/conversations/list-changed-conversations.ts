import { and, asc, eq, gte, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import type { CountsView } from "./counts";
import type { ChangedSince } from "./input";
import { readCounts } from "./load-counts";
import { type ConversationRow, selectRows, viewConversation } from "./view-conversation";

const CATCH_UP = 200;
/** Longer than any transaction may last, so that a change committed late is still seen by the next question. */
const OVERLAP_MS = 15_000;

export type Changes = { rows: ConversationRow[]; counts: CountsView; now: string; at: string; complete: boolean };

/**
 * What changed in the shop since an instant, for a client that was away. `now` is what to ask with next time, `at` the
 * server's present, and `complete` is false when too much changed and the list should be loaded afresh.
 */
export async function listChangedConversations(actor: MemberActor, input: ChangedSince): Promise<Changes> {
  const at = now();
  const next = new Date(at.getTime() - OVERLAP_MS).toISOString();
  return inShop(actor.shopId, async (tx) => {
    const found = await selectRows(
      tx,
      and(eq(conversations.shopId, actor.shopId), gte(conversations.updatedAt, sql`${input.since}::timestamptz`)),
    )
      .orderBy(asc(conversations.updatedAt), asc(conversations.id))
      .limit(CATCH_UP + 1);
    return {
      rows: found.slice(0, CATCH_UP).map(viewConversation),
      counts: await readCounts(tx, actor.shopId),
      now: next,
      at: at.toISOString(),
      complete: found.length <= CATCH_UP,
    };
  });
}
