import type { View } from "#lib/conversations/conversation-list";

export const VIEWS: readonly View[] = ["mine", "unassigned", "open", "closed"];
export const FIRST_VIEW: View = "open";

/** The view an address names; any other value is the first one. */
export function viewOf(value: string | string[] | null | undefined): View {
  return VIEWS.find((view) => view === value) ?? FIRST_VIEW;
}

export function inboxPath(slug: string, view: View, conversationId?: string): string {
  return `/s/${slug}/inbox${conversationId ? `/${conversationId}` : ""}?view=${view}`;
}

/** The conversation an inbox address names, or null. */
export function conversationIn(pathname: string): string | null {
  return /^\/s\/[^/]+\/inbox\/([^/]+)$/.exec(pathname)?.[1] ?? null;
}
