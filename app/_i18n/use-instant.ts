"use client";

import { useSyncExternalStore } from "react";

const BEAT = 30_000;

let current = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function beat() {
  current = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(beat, BEAT);
    document.addEventListener("visibilitychange", beat);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", beat);
  };
}

function present(): number {
  if (Date.now() - current >= BEAT) current = Date.now();
  return current;
}

/**
 * The present in milliseconds, one value for the whole page, moved on every 30 s and when the tab is shown again.
 * While the page wakes up it is the server's instant, so that both drawings are the same.
 */
export function useInstant(drawnAt: string): number {
  return useSyncExternalStore(subscribe, present, () => Date.parse(drawnAt));
}
