"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { LiveState } from "#lib/realtime/browser/live-state";
import { connectionState, getRealtime, offlineSince, watchConnection } from "./client";
import { useLiveSettings } from "./provider";
import { onAwakeAfterSleep } from "./wake";

/**
 * Why the screen may be behind: events between its loading and "joined" were not heard, those before "rejoined" were
 * lost with the connection, and a tab that has "woken" may have missed some.
 */
export type ResyncReason = "joined" | "rejoined" | "woken";

/**
 * Listens to one channel for as long as the component is on screen; null listens to nothing. `handlers` are by event
 * name and may change at every render. Nothing is replayed by the protocol, so `onResync` has to fetch what changed.
 */
export function useChannel<T>(
  name: string | null,
  handlers: Record<string, (data: T) => void>,
  onResync: (reason: ResyncReason) => void,
): void {
  const settings = useLiveSettings();
  const open = useEffectEvent(() => getRealtime(settings));
  const resync = useEffectEvent(onResync);
  const hear = useEffectEvent((event: string, data: T) => {
    if (Object.hasOwn(handlers, event)) handlers[event]?.(data);
  });

  useEffect(() => {
    if (name === null) return;
    const live = open();
    const leave = live.join(name, {
      event: (event, data) => hear(event, data as T),
      joined: (again) => resync(again ? "rejoined" : "joined"),
    });
    const stop = onAwakeAfterSleep(() => {
      if (live.state === "connected") resync("woken");
    });
    return () => {
      stop();
      leave();
    };
  }, [name]);
}

/** "connecting" for a short break, "offline" for a longer one. */
export function useConnectionState(): LiveState {
  return useSyncExternalStore(watchConnection, connectionState, () => "connecting");
}

/** When the connection was lost (epoch milliseconds); null unless it is "offline". */
export function useOfflineSince(): number | null {
  return useSyncExternalStore(watchConnection, offlineSince, () => null);
}
