import type { VIEWS } from "./input";
import { newerRow } from "./timeline";
import type { ConversationRow } from "./view-conversation";

export type View = (typeof VIEWS)[number];

/** Where a conversation stands in a list: the latest message first, then by id. */
export type Place = { at: string; id: string };

/**
 * One view of a shop as a screen holds it: `rows` are the conversations of the view from the newest down to `edge`,
 * the place of the last one loaded (null: all are). `known` keeps the newest copy of every conversation heard of, so
 * that one that left the view cannot come back by an older copy.
 */
export type ConversationList = {
  view: View;
  memberId: string;
  rows: readonly ConversationRow[];
  known: Readonly<Record<string, ConversationRow>>;
  edge: Place | null;
  next: string | null;
};

export type ListPage = { rows: readonly ConversationRow[]; next: string | null };

export type ListChange =
  | { type: "conversation.changed"; row: ConversationRow }
  | { type: "changes.loaded"; rows: readonly ConversationRow[] }
  | ({ type: "page.loaded"; after: string | null } & ListPage)
  | ({ type: "list.restarted" } & ListPage);

/** Whether a conversation is part of a view, as the server's own query decides it. */
export function belongsTo(view: View, memberId: string, row: ConversationRow): boolean {
  if (view === "closed") return row.status === "closed";
  if (row.status !== "open") return false;
  if (view === "mine") return row.assignee?.memberId === memberId;
  return view === "open" || row.assignee === null;
}

function placeOf(row: ConversationRow): Place {
  return { at: row.lastMessageAt, id: row.id };
}

/** Negative when `a` stands above `b`. Instants are ISO 8601 in UTC, so they compare as text. */
function byPlace(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}

function edgeOf(page: ListPage): Place | null {
  const last = page.rows.at(-1);
  return page.next !== null && last ? placeOf(last) : null;
}

function learn(known: ConversationList["known"], rows: readonly ConversationRow[]): ConversationList["known"] {
  const learnt: Record<string, ConversationRow> = { ...known };
  for (const row of rows) {
    const held = learnt[row.id];
    learnt[row.id] = held ? newerRow(held, row) : row;
  }
  return learnt;
}

function arrange(list: Omit<ConversationList, "rows">): ConversationList {
  const { edge } = list;
  const rows = Object.values(list.known)
    .filter((row) => belongsTo(list.view, list.memberId, row) && (!edge || byPlace(placeOf(row), edge) <= 0))
    .sort((a, b) => byPlace(placeOf(a), placeOf(b)));
  return { ...list, rows };
}

/** A list from a fresh load of its first page. */
export function conversationListOf(view: View, memberId: string, page: ListPage): ConversationList {
  return arrange({ view, memberId, known: learn({}, page.rows), edge: edgeOf(page), next: page.next });
}

/**
 * The one meaning of a change to a list. Safe in any order and any number of times: an older version never replaces
 * a newer one, and a row below the loaded part waits there until its page is loaded.
 */
export function applyToList(list: ConversationList, change: ListChange): ConversationList {
  switch (change.type) {
    case "conversation.changed":
      return arrange({ ...list, known: learn(list.known, [change.row]) });
    case "changes.loaded":
      return arrange({ ...list, known: learn(list.known, change.rows) });
    case "page.loaded": {
      const known = learn(list.known, change.rows);
      return arrange(
        change.after === list.next ? { ...list, known, edge: edgeOf(change), next: change.next } : { ...list, known },
      );
    }
    case "list.restarted":
      return conversationListOf(list.view, list.memberId, change);
  }
}
