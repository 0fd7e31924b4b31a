import { belongsTo, byPlace, isFixed, orderOf, type Place, placeOf, type View, type Way } from "./conversation-order";
import { newerRow } from "./timeline";
import type { ConversationRow } from "./view-conversation";
import type { Filter } from "./views/filter";
import { matches } from "./views/matches";

/**
 * One view of a shop as a screen holds it: `rows` are the conversations of the view in its order down to `edge`,
 * the place of the last one loaded (null: all are). `known` keeps the newest copy of every conversation heard of, so
 * that one that left the view cannot come back by an older copy; of those not shown, the ones that changed last. `at` is the instant windows are measured by.
 */
export type ConversationList = {
  view: View;
  /** What a view that is not fixed holds. */
  filter: Filter | null;
  order: Way;
  memberId: string;
  at: string;
  rows: readonly ConversationRow[];
  known: Readonly<Record<string, ConversationRow>>;
  edge: Place | null;
  next: string | null;
};

/** How many conversations that are not shown a list remembers: a window left open for days hears of far more. */
const BESIDE_MAX = 500;

/** Which list it is, for whom, and the instant (ISO 8601) by which its windows are measured. */
export type ListFor = Pick<ConversationList, "view" | "filter" | "order" | "memberId" | "at">;

export type ListPage = { rows: readonly ConversationRow[]; next: string | null };

export type ListChange =
  | { type: "conversation.changed"; row: ConversationRow }
  | { type: "changes.loaded"; rows: readonly ConversationRow[] }
  | ({ type: "page.loaded"; after: string | null } & ListPage)
  | ({ type: "list.restarted" } & ListPage)
  | { type: "clock.moved"; at: string };

function edgeOf({ order, at }: ListFor, page: ListPage): Place | null {
  const last = page.rows.at(-1);
  return page.next !== null && last ? placeOf(last, order, at) : null;
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
  const { view, filter, order, memberId, at, edge } = list;
  const isPart = (row: ConversationRow) =>
    isFixed(view) ? belongsTo(view, memberId, row, at) : filter !== null && matches(filter, row, { memberId, at });
  const place = (row: ConversationRow) => placeOf(row, order, at);
  const rows = Object.values(list.known)
    .filter((row) => isPart(row) && (!edge || byPlace(place(row), edge) <= 0))
    .sort((a, b) => byPlace(place(a), place(b)));
  return { ...list, rows, known: remembered(list.known, rows) };
}

/** Forgets, a good many at a time, what is not shown and changed longest ago: no older copy of it is on its way still. */
function remembered(known: ConversationList["known"], shown: readonly ConversationRow[]): ConversationList["known"] {
  const all = Object.values(known);
  if (all.length <= shown.length + BESIDE_MAX) return known;
  const ids = new Set(shown.map(({ id }) => id));
  const beside = all.filter(({ id }) => !ids.has(id)).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return learn({}, [...shown, ...beside.slice(0, BESIDE_MAX / 2)]);
}

/** A list from a fresh load of its first page. */
export function conversationListOf({ view, filter, order, memberId, at }: ListFor, page: ListPage): ConversationList {
  const list = { view, filter, order: orderOf(view, order), memberId, at };
  return arrange({ ...list, known: learn({}, page.rows), edge: edgeOf(list, page), next: page.next });
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
        change.after === list.next
          ? { ...list, known, edge: edgeOf(list, change), next: change.next }
          : { ...list, known },
      );
    }
    case "list.restarted":
      return conversationListOf(list, change);
    case "clock.moved":
      return change.at === list.at ? list : arrange({ ...list, at: change.at });
  }
}
