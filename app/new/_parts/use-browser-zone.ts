"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The device's time zone when it is among `zones`; `fallback` on the server and while the page wakes up. */
export function useBrowserZone(zones: readonly string[], fallback: string): string {
  const read = () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return zones.includes(zone) ? zone : fallback;
  };
  return useSyncExternalStore(never, read, () => fallback);
}
