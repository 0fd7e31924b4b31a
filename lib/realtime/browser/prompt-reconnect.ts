import type Pusher from "pusher-js";

const CONNECTING = 0;
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 3_000;
const PATIENT_AFTER = 40;
const PATIENT_PAUSE = 15_000;

type Socket = ReturnType<typeof Pusher.Runtime.createWebSocket>;
type Watched = Socket & { readyState: number; addEventListener(type: "close", listener: () => void): void };

function isWatchable(socket: object): socket is Watched {
  return "readyState" in socket && "addEventListener" in socket && typeof socket.addEventListener === "function";
}

/** Calls `closed` whenever a socket that pusher-js opened closes and no other one is on its way. */
function watchSockets(runtime: typeof Pusher.Runtime, closed: () => void): void {
  const open = runtime.createWebSocket.bind(runtime);
  const sockets = new Set<Watched>();
  runtime.createWebSocket = (url) => {
    const socket = open(url);
    if (!isWatchable(socket)) return socket;
    sockets.add(socket);
    socket.addEventListener("close", () => {
      sockets.delete(socket);
      if (![...sockets].some((other) => other.readyState === CONNECTING)) closed();
    });
    return socket;
  };
}

/** Milliseconds before the next attempt, spread so that a restarted server is not met by everyone at once. */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const pause = attempt < PATIENT_AFTER ? Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE) : PATIENT_PAUSE;
  return pause * (0.5 + random() / 2);
}

/**
 * Opens pusher-js and has it come back within 3 s of the server's return. Left alone it answers a refused connection by
 * waiting 15, 30, then 60 s, and its `connect()` does nothing while it waits: so a failed attempt is ended and begun anew.
 * An attempt that is still on its way is never cut short, except by `now`. `nextTry` is when the next one begins, by
 * `performance.now()`; null while one is on its way, or none is needed.
 */
export function openPromptly(
  Client: typeof Pusher,
  open: (Client: typeof Pusher) => Pusher,
): { pusher: Pusher; now: () => void; nextTry: () => number | null } {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at: number | null = null;

  const begin = () => {
    clearTimeout(timer);
    timer = undefined;
    at = null;
    if (pusher.connection.state === "connected") return;
    pusher.disconnect();
    pusher.connect();
  };
  watchSockets(Client.Runtime, () => {
    const waiting = pusher.connection.state === "connecting" || pusher.connection.state === "unavailable";
    if (!waiting || timer !== undefined) return;
    const pause = pauseBefore(attempts);
    timer = setTimeout(begin, pause);
    at = performance.now() + pause;
    attempts += 1;
  });
  const pusher = open(Client);
  pusher.connection.bind("connected", () => {
    attempts = 0;
  });
  const now = () => {
    attempts = 0;
    begin();
  };
  return { pusher, now, nextTry: () => at };
}
