"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

const LONG_MS = 450;
/** How far a finger may tremble, in pixels. */
export const TREMBLE = 10;

const rowOf = (target: EventTarget) =>
  target instanceof Element ? (target.closest<HTMLElement>("[data-row]")?.dataset.row ?? null) : null;

type Press = { id: string; x: number; y: number; timer: ReturnType<typeof setTimeout> };

/** A finger that rests on a row of a list: the handlers of the list. The press that ends it opens nothing. */
export function useLongPress(onLong: (id: string) => void) {
  const press = useRef<Press>(null);
  const fired = useRef(false);
  function end() {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  }
  return {
    onPointerDown(event: PointerEvent) {
      end();
      fired.current = false;
      const id = rowOf(event.target);
      if (event.pointerType !== "touch" || id === null || !event.isPrimary) return;
      const timer = setTimeout(() => {
        fired.current = true;
        press.current = null;
        onLong(id);
      }, LONG_MS);
      press.current = { id, x: event.clientX, y: event.clientY, timer };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const from = press.current;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > TREMBLE) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu(event: MouseEvent) {
      if (press.current || fired.current) event.preventDefault();
    },
    onClickCapture(event: MouseEvent) {
      if (!fired.current) return;
      fired.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
