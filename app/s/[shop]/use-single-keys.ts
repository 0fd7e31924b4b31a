"use client";

import { useSyncExternalStore } from "react";
import { keepText, keptText } from "../../_shared/kept-text";

const KEY = "comptoir:single-keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = () => keptText(KEY) !== "off";

/** Whether keys pressed alone do something here; each person may switch them off (WCAG 2.2, 2.1.4). */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => true);
  const set = (next: boolean) => {
    keepText(KEY, next ? "" : "off");
    for (const listener of listeners) listener();
  };
  return [on, set];
}
