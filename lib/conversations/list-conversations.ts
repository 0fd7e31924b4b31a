import { and, eq, gt, isNull, lte, not, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { conversations } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import { orderOf, type View } from "./conversation-order";
import { ListConversations } from "./input";
import { ENDING_SOON_MS } from "./time-left";
import { type ConversationRow, selectRows, viewConversation } from "./view-conversation";

type Page = { rows: ConversationRow[]; next: string | null };

const newest = keyset({ at: conversations.lastMessageAt, id: conversations.id });
const ending = keyset({ at: conversations.windowExpiresAt, id: conversations.id }, "earliest");
/** A cursor of a list by time left that has come to the part without a running window. */
const REST = "rest.";

function filterOf(actor: MemberActor, view: View, at: Date): SQL | undefined {
  if (view === "closed") return eq(conversations.status, "closed");
  const open = eq(conversations.status, "open");
  if (view === "mine") return and(open, eq(conversations.assigneeId, actor.memberId));
  if (view === "ending_soon")
    return and(
      open,
      gt(conversations.windowExpiresAt, at),
      lte(conversations.windowExpiresAt, new Date(at.getTime() + ENDING_SOON_MS)),
    );
  return view === "unassigned" ? and(open, isNull(conversations.assigneeId)) : open;
}

async function pageOf(
  tx: Tx,
  where: SQL | undefined,
  by: typeof newest,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Page> {
  const found = await selectRows(tx, and(where, by.after(cursor)), by.exact)
    .orderBy(...by.order)
    .limit(limit + 1);
  const last = found.at(limit - 1);
  return {
    rows: found.slice(0, limit).map(viewConversation),
    next: found.length > limit && last ? by.cursor({ exact: last.exact, id: last.conversation.id }) : null,
  };
}

/** First what has a running window, the earliest end first, then the rest, the latest message first. */
async function byTimeLeft(
  tx: Tx,
  where: SQL | undefined,
  at: Date,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Page> {
  const running = sql`coalesce(${gt(conversations.windowExpiresAt, at)}, false)`;
  const rest = (after: string | undefined, room: number) =>
    pageOf(tx, and(where, not(running)), newest, { cursor: after, limit: room });
  const inRest = ({ rows, next }: Page): Page => ({ rows, next: next && `${REST}${next}` });
  if (cursor?.startsWith(REST)) return inRest(await rest(cursor.slice(REST.length) || undefined, limit));
  const page = await pageOf(tx, and(where, gt(conversations.windowExpiresAt, at)), ending, { cursor, limit });
  if (page.next !== null) return page;
  const room = limit - page.rows.length;
  if (room === 0) return { rows: page.rows, next: (await rest(undefined, 1)).rows.length > 0 ? REST : null };
  const after = inRest(await rest(undefined, room));
  return { rows: [...page.rows, ...after.rows], next: after.next };
}

/**
 * A page of a view in its order, by keyset: the cursor is the place after the last row given. Windows are measured by
 * the present instant.
 */
export async function listConversations(actor: MemberActor, input: ListConversations): Promise<Page> {
  const { view, order, limit, cursor } = ListConversations.parse(input);
  const at = now();
  return inShop(actor.shopId, async (tx) => {
    const where = and(eq(conversations.shopId, actor.shopId), filterOf(actor, view, at));
    const page = { cursor: cursor || undefined, limit };
    return orderOf(view, order) === "ending" ? byTimeLeft(tx, where, at, page) : pageOf(tx, where, newest, page);
  });
}
