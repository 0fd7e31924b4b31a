"use client";

/** A tab hidden for less is not asked to fetch anything when it is looked at again. */
const LONG_HIDDEN = 10_000;

const wakers = new Set<() => void>();
const sleepers = new Set<() => void>();
let hiddenAt: number | null = null;
let watching = false;

function run(callbacks: Set<() => void>) {
  for (const callback of [...callbacks]) callback();
}

function looked() {
  if (document.visibilityState === "hidden") {
    hiddenAt = Date.now();
    return;
  }
  const slept = hiddenAt !== null && Date.now() - hiddenAt > LONG_HIDDEN;
  hiddenAt = null;
  run(wakers);
  if (slept) run(sleepers);
}

function watch() {
  if (watching) return;
  watching = true;
  document.addEventListener("visibilitychange", looked);
  window.addEventListener("online", () => run(wakers));
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    run(wakers);
    run(sleepers);
  });
}

/** Calls back when the tab is looked at again, comes back from history, or the network returns. */
export function onAwake(callback: () => void): () => void {
  watch();
  wakers.add(callback);
  return () => wakers.delete(callback);
}

/** Calls back when the tab was away long enough for its frozen timers and sockets to have missed something. */
export function onAwakeAfterSleep(callback: () => void): () => void {
  watch();
  sleepers.add(callback);
  return () => sleepers.delete(callback);
}
