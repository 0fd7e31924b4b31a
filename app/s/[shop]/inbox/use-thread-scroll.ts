"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** This close to its end, a thread counts as showing its newest message. */
const NEAR_PX = 48;

type Thread = { lastSeq: number; ownDrafts: number; toLatest: () => void };

/**
 * Where a reader stands in a thread. The box is laid out from its end (`flex-direction: column-reverse`): it opens at
 * the newest message, stays there as messages come, and older ones put above move nothing.
 */
export function useThreadScroll(box: RefObject<HTMLElement | null>, { lastSeq, ownDrafts, toLatest }: Thread) {
  const [atLatest, setAtLatest] = useState(true);
  const [leftAt, setLeftAt] = useState(lastSeq);

  const follow = useEffectEvent(toLatest);
  useEffect(() => {
    if (ownDrafts > 0) queueMicrotask(() => follow());
  }, [ownDrafts]);

  function onScroll() {
    const near = Math.abs(box.current?.scrollTop ?? 0) < NEAR_PX;
    if (near === atLatest) return;
    setAtLatest(near);
    setLeftAt(lastSeq);
  }

  return { atLatest, unseen: atLatest ? 0 : Math.max(0, lastSeq - leftAt), onScroll };
}
