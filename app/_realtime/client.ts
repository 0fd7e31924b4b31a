"use client";

import { LiveConnection, type LiveSettings } from "#lib/realtime/browser/live-connection";
import type { LiveState } from "#lib/realtime/browser/live-state";
import { serverNow } from "../_i18n/use-instant";
import { onAwake } from "./wake";

const LOAD_AGAIN = 3_000;

let live: LiveConnection | undefined;
let lostAt: number | null = null;
const watchers = new Set<() => void>();

/** Fetches the client library apart from the page's own code; asked again when the network lost it. */
async function load(connection: LiveConnection): Promise<void> {
  try {
    const { default: Client } = await import("pusher-js");
    connection.start(Client);
  } catch {
    setTimeout(load, LOAD_AGAIN, connection);
  }
}

/** The page's one live connection, opened at the first call and kept through every navigation. Call it from an effect. */
export function getRealtime(settings: LiveSettings): LiveConnection {
  if (live) return live;
  const opened = new LiveConnection(settings, {
    channelAuth: "/api/realtime/auth",
    userAuth: "/api/realtime/user-auth",
    onSignedOut: () => location.assign("/login"),
  });
  live = opened;
  opened.watchState(() => {
    if (opened.state !== "offline") lostAt = null;
    else lostAt ??= serverNow();
    for (const watcher of [...watchers]) watcher();
  });
  onAwake(() => opened.wake());
  load(opened).catch(reportError);
  return opened;
}

export function watchConnection(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function connectionState(): LiveState {
  return live?.state ?? "connecting";
}

/** When the connection was lost (epoch milliseconds); null unless it is gone for longer than a moment. */
export function offlineSince(): number | null {
  return lostAt;
}

/** When the next try to connect begins, by `performance.now()`; null while one is on its way, or none is needed. */
export function nextConnectionTry(): number | null {
  return live?.nextTry ?? null;
}

/** Tries to connect now, where there is no connection. */
export function connectNow(): void {
  live?.wake();
}
