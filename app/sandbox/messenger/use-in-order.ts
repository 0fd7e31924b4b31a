"use client";

import { useCallback, useRef } from "react";

/** Runs each piece of work when the one before it has ended, whatever came of that: what is said first stands first. */
export function useInOrder() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(<Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.current.then(work, work);
    last.current = mine;
    return mine;
  }, []);
}
