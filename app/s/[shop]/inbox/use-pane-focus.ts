"use client";

import { useEffect, useRef } from "react";

/** Below this width the list and the conversation take turns on the screen. */
const ONE_PANE = "(width < 56.25rem)";

function focus(selector: string) {
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}

/** Where only one pane is on screen, focus goes with the reader: into the conversation, and back to its row. */
export function usePaneFocus(selected: string | null): void {
  const before = useRef(selected);
  useEffect(() => {
    const left = before.current;
    before.current = selected;
    if (left === selected || !matchMedia(ONE_PANE).matches) return;
    focus(selected ? "[data-back]" : `[data-conversation="${CSS.escape(left ?? "")}"]`);
  }, [selected]);
}
