"use client";

import { useEffect, useEffectEvent } from "react";

const MINUTE = 60_000;

/** Calls back every minute while the page is looked at: what a lost event hid shows within that time. */
export function useEveryMinute(callback: () => void): void {
  const call = useEffectEvent(callback);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") call();
    }, MINUTE);
    return () => clearInterval(timer);
  }, []);
}
