"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import type { Look } from "#lib/conversations/read-excerpt";

const MESSAGES = "[id^=message-]";

/**
 * Keeps what is read in its place while messages come or go above and below it: a box laid out from its end would move
 * with what is put or taken there, and browsers hold nothing in place at the very end. The keyboard stays in the box
 * when the message that had it goes. `messages` change when it is done.
 */
export function useSteadyPlace(box: RefObject<HTMLElement | null>, messages: unknown): Look {
  const held = useRef<{ element: Element; top: number; focus: boolean }>(null);
  useLayoutEffect(() => {
    if (!messages || !held.current) return;
    const { element, top, focus } = held.current;
    held.current = null;
    if (focus && !box.current?.contains(document.activeElement)) box.current?.focus({ preventScroll: true });
    const moved = element.isConnected ? element.getBoundingClientRect().top - top : 0;
    if (moved !== 0) box.current?.scrollBy({ top: moved, behavior: "instant" });
  }, [messages, box]);

  return useCallback(() => {
    const edge = box.current?.getBoundingClientRect().top ?? 0;
    const all = [...(box.current?.querySelectorAll(MESSAGES) ?? [])];
    const element = all.find((one) => one.getBoundingClientRect().bottom > edge) ?? all.at(-1);
    if (!element) return null;
    return {
      id: element.id.slice("message-".length),
      hold() {
        const focus = box.current?.contains(document.activeElement) ?? false;
        held.current = { element, top: element.getBoundingClientRect().top, focus };
      },
    };
  }, [box]);
}
