import type { ListConversations, VIEWS } from "./input";
import { ENDING_SOON_MS } from "./time-left";
import type { ConversationRow, Priority } from "./view-conversation";

/** A view that is there from the start. */
export type FixedView = (typeof VIEWS)[number];
/** Any view by its key: `view:` and the id of a saved one, `tag:` and the id of a tag, `team:` and the id of a team. */
export type View = NonNullable<ListConversations["view"]>;
export type Order = NonNullable<ListConversations["order"]>;
/** How a list really goes: as somebody wished, or what is put away by the time it comes back. */
export type Way = Order | "waking";

/**
 * Where a conversation stands in a list: the parts follow each other, and in each the way is either the earliest first
 * or the latest. The last part of every order is by the latest message.
 */
export type Place = { part: number; first: "earliest" | "latest"; at: string; id: string };

export const isFixed = (view: View): view is FixedView => !view.includes(":");

/**
 * The order a view really has: what ends soon is by the time left, what is put away by its time, what is over by its
 * messages.
 */
export function orderOf(view: View, wished: Way): Way {
  if (view === "ending_soon") return "ending";
  if (view === "snoozed") return "waking";
  return view === "closed" || view === "mentions" || view === "spam" ? "newest" : wished;
}

/** Whether a conversation is part of a fixed view at an instant (ISO 8601), as the server's own query decides it. */
export function belongsTo(view: FixedView, memberId: string, row: ConversationRow, at: string): boolean {
  if (view === "closed" || view === "spam" || view === "snoozed") return row.status === view;
  if (view === "mentions") return row.mentions.includes(memberId);
  if (row.status !== "open") return false;
  if (view === "mine") return row.assignee?.memberId === memberId;
  if (view === "ending_soon") return endsSoon(row, at);
  return view === "open" || (row.assignee === null && row.team === null);
}

/** What nobody may answer any more, because its Page was disconnected, does not end soon: it has ended. */
function endsSoon({ windowExpiresAt, channelState }: ConversationRow, at: string): boolean {
  if (channelState === "disconnected") return false;
  const horizon = new Date(Date.parse(at) + ENDING_SOON_MS).toISOString();
  return windowExpiresAt !== null && windowExpiresAt > at && windowExpiresAt <= horizon;
}

/** Of the largest amount there can be, so that amounts compare as text. */
const VALUE_DIGITS = 16;

const RANKS: Record<Priority, number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** Where a conversation stands at an instant (ISO 8601). */
export function placeOf(row: ConversationRow, order: Way, at: string): Place {
  const byMessage = (part: number): Place => ({ part, first: "latest", at: row.lastMessageAt, id: row.id });
  const soonest = (when: string): Place => ({ part: 0, first: "earliest", at: when, id: row.id });
  switch (order) {
    case "newest":
      return byMessage(0);
    case "waiting":
      return row.waitingSince === null ? byMessage(1) : soonest(row.waitingSince);
    case "ending":
      return row.windowExpiresAt === null || row.windowExpiresAt <= at ? byMessage(1) : soonest(row.windowExpiresAt);
    case "waking":
      return soonest(row.snoozedUntil ?? "");
    case "priority":
      return byMessage(RANKS[row.priority]);
    case "value":
      return { part: 0, first: "latest", at: String(row.facts.value).padStart(VALUE_DIGITS, "0"), id: row.id };
  }
}

/** Negative when `a` stands above `b`. Instants are ISO 8601 in UTC and amounts have all digits, so they compare as text. */
export function byPlace(a: Place, b: Place): number {
  if (a.part !== b.part) return a.part - b.part;
  if (a.at === b.at && a.id === b.id) return 0;
  const later = a.at === b.at ? a.id > b.id : a.at > b.at;
  return later === (a.first === "latest") ? -1 : 1;
}
