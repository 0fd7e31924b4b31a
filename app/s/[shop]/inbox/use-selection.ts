"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Order, View } from "#lib/conversations/conversation-order";
import { useShop } from "../_parts/live-shop";
import { conversationIn, inboxPath } from "../places";

/** Runs once what is on screen now has been painted; called again before that, only the last one runs. */
function useAfterPaint() {
  const due = useRef<() => void>(null);
  const run = useCallback((next: () => void) => {
    const waiting = due.current !== null;
    due.current = next;
    if (waiting) return;
    const now = () => {
      due.current?.();
      due.current = null;
    };
    requestAnimationFrame(() => setTimeout(now));
  }, []);
  return { due, run };
}

/**
 * Which conversation is on screen, and how to change it. The screen changes at once; the address follows after the
 * paint and without asking the server, because what is shown is held already or fetched by itself.
 */
export function useSelection(view: View, order: Order) {
  const { slug } = useShop();
  const named = conversationIn(usePathname());
  const [ahead, setAhead] = useState<{ id: string | null } | null>(null);
  const { due, run: afterPaint } = useAfterPaint();

  useEffect(() => {
    if (due.current === null && conversationIn(location.pathname) === named) setAhead(null);
  }, [named, due]);
  useEffect(() => {
    const back = () => setAhead(null);
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  const go = useCallback(
    (id: string | null) => {
      setAhead({ id });
      afterPaint(() => {
        if (conversationIn(location.pathname) !== id)
          history.pushState(null, "", inboxPath(slug, view, id ?? undefined, order));
        else setAhead(null);
      });
    },
    [slug, view, order, afterPaint],
  );
  const open = useCallback((id: string) => go(id), [go]);
  const leave = useCallback(() => go(null), [go]);
  return { selected: ahead ? ahead.id : named, open, leave };
}
