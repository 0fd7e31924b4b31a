"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** The zone of this browser (IANA); while the page wakes up `first`, in which the server drew it. */
export function useOwnZone(first: string): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone || first,
    () => first,
  );
}
