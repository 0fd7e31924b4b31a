"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { KeyedStore } from "#lib/core/keyed-store";

/** What the store holds under `id`, drawn again at every change. */
export function useKeyed<T>(store: KeyedStore<T>, id: string): T | undefined {
  const subscribe = useCallback((listener: () => void) => store.subscribe(id, listener), [store, id]);
  const read = () => store.get(id);
  return useSyncExternalStore(subscribe, read, read);
}
