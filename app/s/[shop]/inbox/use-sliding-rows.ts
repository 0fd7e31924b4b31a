"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

const SLIDE_MS = 160;

/**
 * Lets the rows of a list slide to their new places when their order changes. Call it with the ids in order; each row
 * carries its id in `data-row`.
 */
export function useSlidingRows(list: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef(new Map<string, number>());
  const known = useRef("");
  useLayoutEffect(() => {
    const before = places.current;
    const after = new Map<string, number>();
    const still =
      matchMedia("(prefers-reduced-motion: reduce)").matches || known.current === "" || known.current === order;
    for (const row of list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
      const id = row.dataset.row ?? "";
      after.set(id, row.offsetTop);
      const moved = (before.get(id) ?? row.offsetTop) - row.offsetTop;
      if (still || moved === 0 || !row.animate) continue;
      row.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], {
        duration: SLIDE_MS,
        easing: "cubic-bezier(0.2, 0.8, 0.2, 1)",
      });
    }
    places.current = after;
    known.current = order;
  }, [list, order]);
}
