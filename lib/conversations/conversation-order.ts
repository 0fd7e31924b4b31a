import type { ORDERS, VIEWS } from "./input";
import { ENDING_SOON_MS } from "./time-left";
import type { ConversationRow } from "./view-conversation";

export type View = (typeof VIEWS)[number];
export type Order = (typeof ORDERS)[number];

/**
 * Where a conversation stands in a list: first the part with a reply window that still runs, the earliest end first;
 * then the rest, the latest message first. A list ordered by its messages is one part.
 */
export type Place = { part: "window" | "rest"; at: string; id: string };

/** The order a view really has: what ends soon is always by the time left, what is closed by its messages. */
export function orderOf(view: View, wished: Order): Order {
  if (view === "ending_soon") return "ending";
  return view === "closed" ? "newest" : wished;
}

/** Whether a conversation is part of a view at an instant (ISO 8601), as the server's own query decides it. */
export function belongsTo(view: View, memberId: string, row: ConversationRow, at: string): boolean {
  if (view === "closed") return row.status === "closed";
  if (row.status !== "open") return false;
  if (view === "mine") return row.assignee?.memberId === memberId;
  if (view === "ending_soon") return endsSoon(row, at);
  return view === "open" || row.assignee === null;
}

function endsSoon({ windowExpiresAt }: ConversationRow, at: string): boolean {
  const horizon = new Date(Date.parse(at) + ENDING_SOON_MS).toISOString();
  return windowExpiresAt !== null && windowExpiresAt > at && windowExpiresAt <= horizon;
}

/** Where a conversation stands at an instant (ISO 8601). */
export function placeOf(row: ConversationRow, order: Order, at: string): Place {
  if (order === "ending" && row.windowExpiresAt !== null && row.windowExpiresAt > at)
    return { part: "window", at: row.windowExpiresAt, id: row.id };
  return { part: "rest", at: row.lastMessageAt, id: row.id };
}

/** Negative when `a` stands above `b`. Instants are ISO 8601 in UTC, so they compare as text. */
export function byPlace(a: Place, b: Place): number {
  if (a.part !== b.part) return a.part === "window" ? -1 : 1;
  const later = a.at === b.at ? a.id > b.id : a.at > b.at;
  if (a.at === b.at && a.id === b.id) return 0;
  return later === (a.part === "rest") ? -1 : 1;
}
