import { and, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { mentions } from "#db/schema/writing";
import { now } from "#lib/core/clock";
import { invalid } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { type FixedView, isFixed, orderOf, type View } from "./conversation-order";
import { ListConversations } from "./input";
import { type Part, partsOf } from "./list-parts";
import { ENDING_SOON_MS } from "./time-left";
import { type ConversationRow, selectRows, viewConversation } from "./view-conversation";
import { compileFilter } from "./views/compile";
import { filterOf } from "./views/find-filter";

type Page = { rows: ConversationRow[]; next: string | null };

function fixedFilter(actor: MemberActor, view: FixedView, at: Date): SQL | undefined {
  if (view === "closed" || view === "spam" || view === "snoozed") return eq(conversations.status, view);
  if (view === "mentions")
    return sql`exists (select 1 from ${mentions} where ${mentions.shopId} = ${conversations.shopId}
      and ${mentions.conversationId} = ${conversations.id} and ${mentions.memberId} = ${actor.memberId})`;
  const open = eq(conversations.status, "open");
  if (view === "mine") return and(open, eq(conversations.assigneeId, actor.memberId));
  if (view === "ending_soon")
    return and(
      open,
      gt(conversations.windowExpiresAt, at),
      lte(conversations.windowExpiresAt, new Date(at.getTime() + ENDING_SOON_MS)),
      sql`not exists (select 1 from ${channels} where ${channels.shopId} = ${conversations.shopId}
        and ${channels.id} = ${conversations.channelId} and ${channels.disconnectedAt} is not null)`,
    );
  return view === "unassigned" ? and(open, isNull(conversations.assigneeId), isNull(conversations.teamId)) : open;
}

/** What a view holds, as a condition over conversations. Throws `not_found` for a view the member does not have. */
export async function whereOf(tx: Tx, actor: MemberActor, view: View, at: Date): Promise<SQL | undefined> {
  const inView = isFixed(view)
    ? fixedFilter(actor, view, at)
    : compileFilter(await filterOf(tx, actor, view), { memberId: actor.memberId, at });
  return and(eq(conversations.shopId, actor.shopId), inView);
}

async function pageOf(
  tx: Tx,
  where: SQL | undefined,
  { where: inPart, by }: Part,
  cursor: string | undefined,
  limit: number,
): Promise<Page> {
  const found = await selectRows(tx, and(where, inPart, by.after(cursor)), by.exact)
    .orderBy(...by.order)
    .limit(limit + 1);
  const last = found.at(limit - 1);
  return {
    rows: found.slice(0, limit).map(viewConversation),
    next: found.length > limit && last ? by.cursor({ exact: last.exact, id: last.conversation.id }) : null,
  };
}

/** "2.abc": in the third part after the row "abc"; without a row, at the beginning of the part. */
function readCursor(cursor: string | undefined, parts: readonly Part[]): { index: number; after: string | undefined } {
  if (!cursor) return { index: 0, after: undefined };
  const [, part, after] = /^(\d)\.(.*)$/s.exec(cursor) ?? [];
  const index = Number(part);
  if (!(index < parts.length)) throw invalid("invalid", {}, { cursor: "invalid" });
  return { index, after: after || undefined };
}

/** A page through the parts of an order, one after another. */
async function throughParts(
  tx: Tx,
  where: SQL | undefined,
  parts: readonly Part[],
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Page> {
  const { index, after } = readCursor(cursor, parts);
  const rows: ConversationRow[] = [];
  for (const [i, part] of parts.entries()) {
    if (i < index) continue;
    const room = limit - rows.length;
    const page = await pageOf(tx, where, part, i === index ? after : undefined, Math.max(room, 1));
    if (room === 0 && page.rows.length > 0) return { rows, next: `${i}.` };
    rows.push(...page.rows);
    if (page.next !== null) return { rows, next: `${i}.${page.next}` };
  }
  return { rows, next: null };
}

/**
 * A page of a view in its order, by keyset: the cursor is the place after the last row given. Windows are measured by
 * the present instant.
 */
export async function listConversations(actor: MemberActor, input: ListConversations): Promise<Page> {
  const { view, order, limit, cursor } = ListConversations.parse(input);
  const at = now();
  return inShop(actor.shopId, async (tx) => {
    const where = await whereOf(tx, actor, view, at);
    return throughParts(tx, where, partsOf(orderOf(view, order), at), { cursor, limit });
  });
}
