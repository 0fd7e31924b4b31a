import type { Priority } from "#lib/conversations/view-conversation";

/** As menus, lists and the palette offer them. */
export const PRIORITIES: readonly Priority[] = ["urgent", "high", "normal", "low"];
