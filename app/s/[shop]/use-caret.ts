"use client";

import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

/** Gives a box the focus and puts its caret at a place, with the text that is set beside it: no key comes in between. */
export function useCaret(box: RefObject<HTMLTextAreaElement | HTMLInputElement | null>): (at: number) => void {
  const [caret, setCaret] = useState<{ at: number } | null>(null);
  useLayoutEffect(() => {
    if (!caret) return;
    box.current?.focus();
    box.current?.setSelectionRange(caret.at, caret.at);
  }, [box, caret]);
  return useCallback((at: number) => setCaret({ at }), []);
}
