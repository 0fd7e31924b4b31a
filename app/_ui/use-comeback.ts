"use client";

import { useEffect, useEffectEvent } from "react";

const SOON_MS = 1_000;
const LATEST_MS = 60_000;
/** A page that stands this long after it came back was mended: the next time it breaks, it is tried soon again. */
const MENDED_MS = 2 * LATEST_MS;

/** A page that breaks again so often while the server can serve is broken itself: that is left to whoever looks at it. */
const MOST_TRIES = 5;

/** The try before, which the page that broke again is not there to remember. */
let tried: { at: number; after: number; times: number } | null = null;

/** How long to wait before the next try, in milliseconds: twice as long each time that it breaks again. Null after the last. */
function nextWait(now: number): number | null {
  if (tried !== null && now - tried.at > MENDED_MS) tried = null;
  if (tried === null) return SOON_MS;
  return tried.times < MOST_TRIES ? Math.min(tried.after * 2, LATEST_MS) : null;
}

/** Whether the server says that it can serve. */
async function isReady(signal: AbortSignal): Promise<boolean> {
  const answer = await fetch("/api/ready", { cache: "no-store", signal }).catch(() => null);
  return answer?.ok ?? false;
}

/** Tries again without being asked, once the server can serve again: at first soon, later once a minute, five times. */
export function useComeback(onRetry: () => void): void {
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const plan = (after: number) => {
      timer = setTimeout(async () => {
        const ready = await isReady(gone.signal);
        if (gone.signal.aborted) return;
        if (!ready) return plan(Math.min(after * 2, LATEST_MS));
        tried = { at: Date.now(), after, times: (tried?.times ?? 0) + 1 };
        retry();
      }, after);
    };
    const first = nextWait(Date.now());
    if (first !== null) plan(first);
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, []);
}
