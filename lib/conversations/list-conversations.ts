import { and, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { invalid } from "#lib/core/errors";
import { instant } from "#lib/core/instant";
import type { MemberActor } from "#lib/shops/actor";
import { ListConversations, type VIEWS } from "./input";
import { type ConversationRow, selectRows, viewConversation } from "./view-conversation";

const Cursor = z.tuple([instant({ precision: 6 }), z.uuid()]);

function filterOf(actor: MemberActor, view: (typeof VIEWS)[number]): SQL | undefined {
  if (view === "closed") return eq(conversations.status, "closed");
  const open = eq(conversations.status, "open");
  if (view === "mine") return and(open, eq(conversations.assigneeId, actor.memberId));
  return view === "unassigned" ? and(open, isNull(conversations.assigneeId)) : open;
}

function parseCursor(cursor: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalid("invalid", {}, { cursor: "invalid" });
  }
}

/** A page of a view, the latest message first, by keyset: the cursor is the place after the last row given. */
export async function listConversations(
  actor: MemberActor,
  input: ListConversations,
): Promise<{ rows: ConversationRow[]; next: string | null }> {
  const { view, limit, cursor } = ListConversations.parse(input);
  const place = cursor ? parseCursor(cursor) : null;
  const after = place
    ? or(
        lt(conversations.lastMessageAt, sql`${place[0]}::timestamptz`),
        and(eq(conversations.lastMessageAt, sql`${place[0]}::timestamptz`), lt(conversations.id, place[1])),
      )
    : undefined;
  return inShop(actor.shopId, async (tx) => {
    const found = await selectRows(tx, and(eq(conversations.shopId, actor.shopId), filterOf(actor, view), after))
      .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
      .limit(limit + 1);
    const rows = found.slice(0, limit).map(viewConversation);
    const last = rows.at(-1);
    return { rows, next: found.length > limit && last ? await cursorAt(last.id) : null };

    async function cursorAt(id: string) {
      const [exact] = await tx
        .select({
          at: sql<string>`to_char(${conversations.lastMessageAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
        })
        .from(conversations)
        .where(and(eq(conversations.shopId, actor.shopId), eq(conversations.id, id)));
      return Buffer.from(JSON.stringify([exact?.at, id])).toString("base64url");
    }
  });
}
