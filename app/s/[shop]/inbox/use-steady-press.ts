"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";
import { TREMBLE } from "./bulk/use-long-press";

type Press = { on: HTMLElement; x: number; y: number };

/**
 * Lets a press count for the link or choice it began on, though a change moved the rows of the list meanwhile: browsers
 * give the click to what has come under the pointer, or to what both have in common, which opens nothing. One that was
 * moved away from where it began is taken back, as everywhere. The handlers of the box around the list.
 */
export function useSteadyPress() {
  const press = useRef<Press>(null);
  return {
    onPointerDownCapture({ target, clientX: x, clientY: y }: PointerEvent) {
      const on = target instanceof Element ? target.closest<HTMLElement>("a, label") : null;
      press.current = on && { on, x, y };
    },
    onPointerCancel() {
      press.current = null;
    },
    onClickCapture(event: MouseEvent) {
      const began = press.current;
      press.current = null;
      const byKey = event.detail === 0;
      if (byKey || !began?.on.isConnected || began.on.contains(event.target as Node)) return;
      if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > TREMBLE) return;
      event.preventDefault();
      event.stopPropagation();
      began.on.dispatchEvent(new globalThis.MouseEvent("click", event.nativeEvent));
    },
  };
}
