"use client";

import { useRef } from "react";

/** Where focus goes on once the editor that had it is gone: `data-opens` names what a button opens. */
export function useFocusBack() {
  const box = useRef<HTMLDivElement>(null);
  /** To the button that opens this, else to the last of the box; not where focus went elsewhere meanwhile. */
  function back(opens: string): void {
    requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at !== document.body && !box.current?.contains(at)) return;
      const buttons = [...(box.current?.querySelectorAll<HTMLElement>("[data-opens]") ?? [])];
      (buttons.find(({ dataset }) => dataset.opens === opens) ?? buttons.at(-1))?.focus();
    });
  }
  return { box, back };
}
