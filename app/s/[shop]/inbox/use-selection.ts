"use client";

import { usePathname } from "next/navigation";
import { useCallback } from "react";
import type { View } from "#lib/conversations/conversation-list";
import { useShop } from "../_parts/live-shop";
import { conversationIn, inboxPath } from "../places";

/**
 * Which conversation the address names, and how to change it. The address changes without asking the server: what the
 * screen shows next is held already or fetched by itself.
 */
export function useSelection(view: View) {
  const { slug } = useShop();
  const selected = conversationIn(usePathname());
  const open = useCallback(
    (id: string) => {
      if (conversationIn(location.pathname) !== id) history.pushState(null, "", inboxPath(slug, view, id));
    },
    [slug, view],
  );
  const leave = useCallback(() => history.pushState(null, "", inboxPath(slug, view)), [slug, view]);
  return { selected, open, leave };
}
