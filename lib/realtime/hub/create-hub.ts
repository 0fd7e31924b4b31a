import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { accept } from "./accept";
import { admit } from "./admit";
import { AppState, type HubApp } from "./app-state";
import { Connection } from "./connection";
import { startHeartbeat } from "./heartbeat";
import type { HubLog } from "./hub-log";
import { DEFAULT_LIMITS, type HubLimits } from "./limits";
import { CODE } from "./protocol";
import { refuseUpgrade } from "./refuse-upgrade";
import { handleApi } from "./rest";

const DEFAULT_ACTIVITY_TIMEOUT = 120;

export type HubOptions = {
  apps: readonly HubApp[];
  log?: HubLog;
  /** Seconds of silence after which either side pings (`activity_timeout` of the protocol). */
  activityTimeout?: number;
  limits?: Partial<HubLimits>;
  /** A handshake whose `Origin` this refuses is answered 403. Without it every origin may connect: a socket alone may do nothing. */
  allowOrigin?: (origin: string | undefined) => boolean;
};

export type Hub = {
  /** Takes `/app/…`, refuses absolute-form addresses with 400, and returns false for any other path, which stays the caller's. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** The signed HTTP API under `/apps/`; false for any other path. */
  handleRequest(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  stats(): { connections: number; channels: number };
  /** Ends every socket with 4200, so that clients come back at once, and takes no new one. */
  close(): Promise<void>;
};

/**
 * A server of the Pusher Channels protocol, version 7, held in the memory of one process:
 * what pusher-js and the `pusher` package speak, without encrypted channels, cache channels and client events.
 */
export function createHub({
  apps,
  log,
  activityTimeout = DEFAULT_ACTIVITY_TIMEOUT,
  allowOrigin,
  ...options
}: HubOptions): Hub {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const states = apps.map((app) => new AppState(app, limits));
  const byKey = new Map(states.map((state) => [state.app.key, state]));
  const byId = new Map(states.map((state) => [state.app.id, state]));
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
  });
  const total = (count: (state: AppState) => number) => states.reduce((sum, state) => sum + count(state), 0);
  let closing = false;

  function* connections() {
    for (const state of states) yield* state.connections.values();
  }
  const stopHeartbeat = startHeartbeat(connections, activityTimeout * 1000, limits.pongTimeout);

  function welcome(socket: WebSocket, url: string): void {
    const admission = admit(url, byKey, total((state) => state.connections.size) >= limits.connections);
    if (admission.ok) accept(admission.state, socket, activityTimeout, log);
    else new Connection(socket, limits.bufferedBytes).close(admission.code, admission.reason);
  }

  return {
    handleUpgrade(request, socket, head) {
      const url = request.url ?? "";
      if (!url.startsWith("/") || url.startsWith("//")) refuseUpgrade(socket, 400);
      else if (!url.startsWith("/app/")) return false;
      else if (closing) refuseUpgrade(socket, 503);
      else if (allowOrigin && !allowOrigin(request.headers.origin)) refuseUpgrade(socket, 403);
      else sockets.handleUpgrade(request, socket, head, (socket) => welcome(socket, url));
      return true;
    },
    async handleRequest(request, response) {
      if (!request.url?.startsWith("/apps/")) return false;
      await handleApi(byId, request, response, log);
      return true;
    },
    stats() {
      return { connections: total((state) => state.connections.size), channels: total((state) => state.channels.size) };
    },
    async close() {
      closing = true;
      stopHeartbeat();
      const open = [...connections()];
      for (const connection of open) connection.close(CODE.comeBack, "The server is restarting");
      await Promise.all(open.map((connection) => connection.gone()));
    },
  };
}
