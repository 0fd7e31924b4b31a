import type { Connection } from "./connection";
import { CODE, PING } from "./protocol";

const CHECKS_PER_PERIOD = 4;

/** Pings one socket that has been silent, or ends it when the ping stayed unanswered: 4201, or 4202 if it never spoke at all. */
function check(connection: Connection, at: number, silence: number, patience: number): void {
  if (connection.pingedAt === null) {
    if (at - connection.heardAt < silence) return;
    connection.pingedAt = at;
    connection.send(PING);
  } else if (at - connection.pingedAt >= patience) {
    if (connection.everHeard) connection.close(CODE.noPong, "Pong reply not received");
    else connection.close(CODE.inactive, "Closed after inactivity");
  }
}

/**
 * "Ping and Pong messages": watches every socket with one timer. `silence` is how long one may say nothing and
 * `patience` how long it may take to answer, in milliseconds. Returns the way to stop.
 */
export function startHeartbeat(connections: () => Iterable<Connection>, silence: number, patience: number): () => void {
  const timer = setInterval(() => {
    const at = performance.now();
    for (const connection of connections()) check(connection, at, silence, patience);
  }, Math.min(silence, patience) / CHECKS_PER_PERIOD);
  timer.unref();
  return () => clearInterval(timer);
}
