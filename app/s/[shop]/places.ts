import type { FixedView, Order, View } from "#lib/conversations/conversation-order";

export const VIEWS: readonly FixedView[] = [
  "mine",
  "unassigned",
  "open",
  "ending_soon",
  "snoozed",
  "closed",
  "mentions",
  "spam",
];
export const ORDERS: readonly Order[] = ["newest", "waiting", "ending", "priority", "value"];
const FIRST_VIEW: FixedView = "open";

const KEPT = /^(view|tag|team):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isKept = (value: unknown): value is Exclude<View, FixedView> => typeof value === "string" && KEPT.test(value);

/** The view an address names; any other value is the first one. */
export function viewOf(value: string | string[] | null | undefined): View {
  return isKept(value) ? value : (VIEWS.find((view) => view === value) ?? FIRST_VIEW);
}

/** The order an address names; any other value is the latest message first. */
export function orderIn(value: string | string[] | null | undefined): Order {
  return ORDERS.find((order) => order === value) ?? "newest";
}

/** What the addresses of the inbox ask for. */
export type InboxQuery = Promise<{ view?: string | string[]; order?: string | string[] }>;

/** The address of a view, of a conversation in it, or of one message there. */
export function inboxPath(
  slug: string,
  view: View,
  conversationId?: string,
  order: Order = "newest",
  messageId?: string,
): string {
  const way = order === "newest" ? "" : `&order=${order}`;
  return `/s/${slug}/inbox${conversationId ? `/${conversationId}` : ""}?view=${view}${way}${messageId ? `&message=${messageId}` : ""}`;
}

/** The conversation an inbox address names, or null. */
export function conversationIn(pathname: string): string | null {
  return /^\/s\/[^/]+\/inbox\/([^/]+)$/.exec(pathname)?.[1] ?? null;
}

/** Whether this is an address of the inbox. */
export function isInbox(pathname: string): boolean {
  return /^\/s\/[^/]+\/inbox(\/|$)/.test(pathname);
}
