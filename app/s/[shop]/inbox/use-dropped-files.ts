"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/** Takes what is dropped anywhere on the pane around an element, which is marked `data-drop-pane`. */
export function useDroppedFiles(
  within: RefObject<HTMLElement | null>,
  take: (event: DragEvent, dropped: DataTransfer) => void,
): void {
  const drop = useEffectEvent(take);
  useEffect(() => {
    const pane = within.current?.closest<HTMLElement>("[data-drop-pane]");
    if (!pane) return;
    const over = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    const dropped = (event: DragEvent) => event.dataTransfer && drop(event, event.dataTransfer);
    pane.addEventListener("dragover", over);
    pane.addEventListener("drop", dropped);
    return () => {
      pane.removeEventListener("dragover", over);
      pane.removeEventListener("drop", dropped);
    };
  }, [within]);
}
