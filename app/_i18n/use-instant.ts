"use client";

import { useEffect, useSyncExternalStore } from "react";
import { ServerClock } from "#lib/core/server-clock";

const BEAT = 30_000;

const clock = new ServerClock();
let current = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** The present (epoch milliseconds), by the server's clock as far as it is known: a device's may be wrong. */
export function serverNow(): number {
  return clock.at(Date.now());
}

/** Learns the server's clock from an instant that it said; see `ServerClock`. */
export function hearServerClock(heard: Parameters<ServerClock["hear"]>[0]): void {
  if (clock.hear(heard)) beat();
}

function beat() {
  current = serverNow();
  for (const listener of [...listeners]) listener();
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
  if (Math.abs(serverNow() - current) >= BEAT) current = serverNow();
  return current;
}

/**
 * The present in milliseconds, one value for the whole page, moved on every 30 s and when the tab is shown again.
 * While the page wakes up it is the server's instant, so that both drawings are the same.
 */
export function useInstant(drawnAt: string): number {
  useEffect(() => hearServerClock({ server: Date.parse(drawnAt), received: Date.now() }), [drawnAt]);
  return useSyncExternalStore(subscribe, present, () => Date.parse(drawnAt));
}
