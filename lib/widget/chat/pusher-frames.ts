import { backoff } from "./backoff";
import { fieldsOf } from "./views";

/** "lost" also before the first success, once a try has failed. */
export type LiveState = "connecting" | "connected" | "lost";

export type LiveOptions = {
  /** The address of a server of the Pusher protocol, version 7: `wss://host:port/app/key?protocol=7`. */
  url: string;
  channel: string;
  /** The signature of the subscription; null when there is none to be had. */
  authorise: (socketId: string, channel: string) => Promise<string | null>;
  onEvent: (event: string, payload: unknown) => void;
  onState: (state: LiveState) => void;
  /** Called each time the channel is joined: the protocol replays nothing, so ask now for what was missed. */
  onResync: () => void;
};

const pongWithin = 10_000; // milliseconds
const joinWithin = 15_000; // milliseconds, from the first byte to the joined channel

/**
 * Follows one private channel for as long as the page lives, and joins it again after any loss, 0.5 to 10 s apart.
 * A close code from 4000 to 4099 ends it: the protocol says that trying again cannot help.
 */
export function followChannel(options: LiveOptions) {
  const { channel } = options;
  let socket: WebSocket | undefined;
  let attempt = 0;
  let quiet = 120_000; // milliseconds of silence before we ask whether the server is there
  let timer: ReturnType<typeof setTimeout> | undefined;
  let joined = false;
  let ended = false;

  function wait(milliseconds: number, then: () => void) {
    clearTimeout(timer);
    timer = setTimeout(then, milliseconds);
  }

  function connect() {
    if (ended) return;
    leave();
    let opened: WebSocket;
    try {
      opened = new WebSocket(options.url);
    } catch {
      return lose(); // an address this page may not reach
    }
    socket = opened;
    wait(joinWithin, lose);
    opened.onmessage = (message) => {
      if (opened === socket) void heard(message.data, opened);
    };
    opened.onclose = ({ code }) => {
      if (opened === socket) lose(code);
    };
  }

  function leave() {
    clearTimeout(timer);
    const left = socket;
    socket = undefined;
    joined = false;
    left?.close();
  }

  function lose(code?: number) {
    leave();
    options.onState("lost");
    if (code && code >= 4000 && code < 4100) ended = true;
    else wait(backoff(attempt++), connect);
  }

  function send(event: string, data: object) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ event, data }));
  }

  function probe() {
    send("pusher:ping", {});
    wait(pongWithin, lose);
  }

  async function heard(text: unknown, from: WebSocket) {
    const frame = fieldsOf(parse(text));
    const data = typeof frame.data === "string" ? parse(frame.data) : frame.data;
    if (frame.event === "pusher:connection_established") {
      const { socket_id: socketId, activity_timeout: seconds } = fieldsOf(data);
      if (typeof seconds === "number" && seconds > 0) quiet = seconds * 1000;
      const auth = await options.authorise(String(socketId), channel);
      if (from !== socket) return;
      if (auth) send("pusher:subscribe", { channel, auth });
      else lose();
      return;
    }
    if (frame.event === "pusher:error") return; // the close that follows carries the code
    if (frame.event === "pusher:ping") send("pusher:pong", {});
    if (frame.channel === channel) {
      if (frame.event === "pusher_internal:subscription_succeeded") {
        attempt = 0;
        joined = true;
        options.onState("connected");
        options.onResync();
      } else if (frame.event === "pusher:subscription_error") return lose();
      else if (typeof frame.event === "string" && !/^(client-|pusher)/.test(frame.event))
        options.onEvent(frame.event, data);
    }
    if (joined) wait(quiet, probe);
  }

  options.onState("connecting");
  connect();
  return {
    /** Looks now instead of waiting; for when the network is back or the page woke up. */
    hurry() {
      attempt = 0;
      if (joined) probe();
      else connect();
    },
    close() {
      ended = true;
      leave();
    },
  };
}

function parse(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
  } catch {
    return null; // not a frame: ignored
  }
}
