import { and, eq, isNull, type SQL } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { conversations } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { ListConversations, type VIEWS } from "./input";
import { type ConversationRow, selectRows, viewConversation } from "./view-conversation";

const pages = keyset({ at: conversations.lastMessageAt, id: conversations.id });

function filterOf(actor: MemberActor, view: (typeof VIEWS)[number]): SQL | undefined {
  if (view === "closed") return eq(conversations.status, "closed");
  const open = eq(conversations.status, "open");
  if (view === "mine") return and(open, eq(conversations.assigneeId, actor.memberId));
  return view === "unassigned" ? and(open, isNull(conversations.assigneeId)) : open;
}

/** A page of a view, the latest message first, by keyset: the cursor is the place after the last row given. */
export async function listConversations(
  actor: MemberActor,
  input: ListConversations,
): Promise<{ rows: ConversationRow[]; next: string | null }> {
  const { view, limit, cursor } = ListConversations.parse(input);
  return inShop(actor.shopId, async (tx) => {
    const where = and(eq(conversations.shopId, actor.shopId), filterOf(actor, view), pages.after(cursor));
    const found = await selectRows(tx, where)
      .orderBy(...pages.order)
      .limit(limit + 1);
    const last = found.at(limit - 1);
    return {
      rows: found.slice(0, limit).map(viewConversation),
      next: found.length > limit && last ? pages.cursor({ exact: last.exact, id: last.conversation.id }) : null,
    };
  });
}
