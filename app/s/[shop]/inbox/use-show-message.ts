"use client";

import { useCallback, useEffect, useState } from "react";
import type { MessageView } from "#lib/conversations/view-message";
import { useInbox } from "./_parts/inbox-context";

/** How many older pages are loaded in search of a message. */
const MOST_PAGES = 20;

/** Brings a message of the thread into sight, with older pages where it needs them; answers with the one shown last. */
export function useShowMessage(conversationId: string, messages: readonly MessageView[]) {
  const { loader } = useInbox();
  const [wanted, setWanted] = useState<{ id: string; pages: number } | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const first = messages[0]?.seq ?? 1;

  useEffect(() => {
    if (!wanted) return;
    const element = document.getElementById(`message-${wanted.id}`);
    if (element) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "center" });
      element.addEventListener("blur", () => setShown(null), { once: true });
      setShown(wanted.id);
      setWanted(null);
    } else if (first > 1 && wanted.pages < MOST_PAGES) {
      const next = { ...wanted, pages: wanted.pages + 1 };
      loader.older(conversationId).then((problem) => setWanted(problem ? null : next), reportError);
    } else setWanted(null);
  }, [wanted, first, loader, conversationId]);

  const show = useCallback((id: string) => setWanted({ id, pages: 0 }), []);
  return [shown, show] as const;
}
