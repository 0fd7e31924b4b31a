"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

/**
 * Keeps what is read in its place while messages are put below it. A box laid out from its end would go on to the end
 * of them, and browsers hold nothing in place at the very end. `messages` change when they are there.
 */
export function useSteadyEnd(box: RefObject<HTMLElement | null>, messages: unknown) {
  const held = useRef<{ element: Element; top: number }>(null);
  useLayoutEffect(() => {
    if (!messages || !held.current?.element.isConnected) return;
    const { element, top } = held.current;
    held.current = null;
    box.current?.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
  }, [messages, box]);

  return useCallback(() => {
    const element = [...(box.current?.querySelectorAll("[id^=message-]") ?? [])].at(-1);
    held.current = element ? { element, top: element.getBoundingClientRect().top } : null;
  }, [box]);
}
