"use client";

import { usePathname } from "next/navigation";
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
  const go = (id?: string) => {
    const path = inboxPath(slug, view, id);
    if (id === selected) return;
    if (id && selected) window.history.replaceState(null, "", path);
    else window.history.pushState(null, "", path);
  };
  return { selected, open: (id: string) => go(id), leave: () => go() };
}
