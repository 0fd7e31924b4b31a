"use client";

import { createContext, type ReactNode, useContext, useEffect, useEffectEvent } from "react";
import type { LiveSettings } from "#lib/realtime/browser/live-connection";
import { getRealtime } from "./client";

const Settings = createContext<LiveSettings | null>(null);

/** Opens the live connection for the pages inside it, once they are on screen. */
export function RealtimeProvider({ settings, children }: { settings: LiveSettings; children: ReactNode }) {
  const open = useEffectEvent(() => getRealtime(settings));
  useEffect(() => {
    open();
  }, []);
  return <Settings value={settings}>{children}</Settings>;
}

export function useLiveSettings(): LiveSettings {
  const settings = useContext(Settings);
  if (!settings) throw new Error("There is no RealtimeProvider around this component.");
  return settings;
}
