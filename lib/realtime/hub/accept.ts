import type { WebSocket } from "ws";
import type { AppState } from "./app-state";
import { Connection } from "./connection";
import { FrameBudget } from "./frame-budget";
import { handleFrame } from "./handle-frame";
import type { HubLog } from "./hub-log";
import { CODE, errorFrame, establishedFrame } from "./protocol";
import { readFrame } from "./read-frame";

/** Greets an admitted socket with `pusher:connection_established` and answers its frames until it ends. */
export function accept(state: AppState, socket: WebSocket, activityTimeout: number, log: HubLog | undefined): void {
  const { limits } = state;
  const connection = new Connection(socket, limits.bufferedBytes, (ended) => state.remove(ended));
  const budget = new FrameBudget(limits.frameBurst, limits.framesPerSecond);
  state.connections.set(connection.id, connection);

  socket.on("ping", () => connection.heard());
  socket.on("message", (raw, binary) => {
    if (!connection.open) return;
    connection.heard();
    if (!budget.take()) {
      connection.close(CODE.overCapacity, "Too many frames");
      return;
    }
    try {
      handleFrame(state, connection, readFrame(raw, binary));
    } catch (error) {
      log?.error({ err: error }, "hub: a frame was not handled");
      connection.send(errorFrame(CODE.badFrame, "Not understood"));
    }
  });
  connection.send(establishedFrame(connection.id, activityTimeout));
}
