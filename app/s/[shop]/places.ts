import type { Order, View } from "#lib/conversations/conversation-order";

export const VIEWS: readonly View[] = ["mine", "unassigned", "open", "ending_soon", "snoozed", "closed", "spam"];
export const ORDERS: readonly Order[] = ["newest", "waiting", "ending", "priority"];
export const FIRST_VIEW: View = "open";

/** The view an address names; any other value is the first one. */
export function viewOf(value: string | string[] | null | undefined): View {
  return VIEWS.find((view) => view === value) ?? FIRST_VIEW;
}

/** The order an address names; any other value is the latest message first. */
export function orderIn(value: string | string[] | null | undefined): Order {
  return ORDERS.find((order) => order === value) ?? "newest";
}

/** What the addresses of the inbox ask for. */
export type InboxQuery = Promise<{ view?: string | string[]; order?: string | string[] }>;

export function inboxPath(slug: string, view: View, conversationId?: string, order: Order = "newest"): string {
  const way = order === "newest" ? "" : `&order=${order}`;
  return `/s/${slug}/inbox${conversationId ? `/${conversationId}` : ""}?view=${view}${way}`;
}

/** The conversation an inbox address names, or null. */
export function conversationIn(pathname: string): string | null {
  return /^\/s\/[^/]+\/inbox\/([^/]+)$/.exec(pathname)?.[1] ?? null;
}
