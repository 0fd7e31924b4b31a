"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";

const listeners = new Set<() => void>();
let outdated = false;

/** What an action that threw answers: nothing. One that the server does not know comes of a page of another build. */
export function noAnswer(error: unknown): null {
  if (outdated || !unstable_isUnrecognizedActionError(error)) return null;
  outdated = true;
  for (const listener of [...listeners]) listener();
  return null;
}

/** Whether the server was found to be of another build than this page; see `noAnswer`. */
export const isOutdated = (): boolean => outdated;

/** Calls back once the page is found to be outdated; returns the way to stop. */
export function watchOutdated(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
