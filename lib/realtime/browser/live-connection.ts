import type Pusher from "pusher-js";
import { type AuthAnswer, askAuth } from "./ask-auth";
import { type LiveState, nextState } from "./live-state";
import { openPromptly } from "./prompt-reconnect";

/** Where the hub is, as the browser reaches it. */
export type LiveSettings = { key: string; host: string; port: number; tls: boolean };
export type LiveHooks = {
  channelAuth: string;
  userAuth: string;
  /** The person's session is over, or she may no longer read what she was reading. */
  onSignedOut: () => void;
};
/** `joined` is called after every subscription: `again` says it followed a lost connection. */
export type ChannelListener = { event: (name: string, data: unknown) => void; joined: (again: boolean) => void };

/** The person's connections were ended by the server: https://pusher.com/docs/channels/server_api/terminating-user-connections */
const ENDED = 4009;
/** A dead link shows within 10 s: a ping after 4 s of silence, 3 s for its answer, 1.5 s for a new connection. */
const ACTIVITY_TIMEOUT = 4_000;
const PONG_TIMEOUT = 3_000;
const UNAVAILABLE_TIMEOUT = 1_500;

function closeCode(error: { data?: { code?: number }; error?: { data?: { code?: number } } }): number | undefined {
  return error.error?.data?.code ?? error.data?.code;
}

/** The page's one live connection. Channels may be joined before the client library has loaded. */
export class LiveConnection {
  readonly #settings: LiveSettings;
  readonly #hooks: LiveHooks;
  readonly #listeners = new Map<string, Set<ChannelListener>>();
  readonly #watchers = new Set<() => void>();
  #state: LiveState = "connecting";
  #pusher: Pusher | null = null;
  #connectNow: () => void = () => undefined;
  #nextTry: () => number | null = () => null;
  #code: number | undefined;
  /** After the person's connections were ended: what has yet to be granted again before she is known to be welcome. */
  readonly #unproven = new Set<"person" | "channel">();

  constructor(settings: LiveSettings, hooks: LiveHooks) {
    this.#settings = settings;
    this.#hooks = hooks;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** When it tries to come back, by `performance.now()`; null while it tries, or has no need to. */
  get nextTry(): number | null {
    return this.#nextTry();
  }

  /** Calls `watcher` at every change of `state`; returns the way to stop. */
  watchState(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Connects as soon as it can: for a tab that wakes or a network that is back. */
  wake(): void {
    this.#connectNow();
  }

  /** Listens to a channel, together with everyone else who does; returns the way to stop. */
  join(name: string, listener: ChannelListener): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    if (listeners.size === 1) this.#subscribe(name);
    else queueMicrotask(() => this.#welcome(name, listener));
    return () => {
      if (!listeners.delete(listener) || listeners.size > 0) return;
      this.#listeners.delete(name);
      this.#pusher?.channel(name)?.unbind_all();
      this.#pusher?.unsubscribe(name);
    };
  }

  /** Connects with the client library, signs in and joins what was asked for meanwhile. */
  start(Client: typeof Pusher): void {
    if (this.#pusher) return;
    const { pusher, now, nextTry } = openPromptly(Client, (Ready) => new Ready(this.#settings.key, this.#options()));
    this.#pusher = pusher;
    this.#connectNow = now;
    this.#nextTry = nextTry;
    pusher.connection.bind("error", (error: Parameters<typeof closeCode>[0]) => {
      this.#code = closeCode(error);
    });
    pusher.connection.bind("state_change", ({ current }: { current: string }) => this.#changed(current));
    pusher.signin();
    for (const name of this.#listeners.keys()) this.#subscribe(name);
  }

  /** Leaves every channel and closes. */
  stop(): void {
    this.#listeners.clear();
    this.#pusher?.disconnect();
  }

  #options(): ConstructorParameters<typeof Pusher>[1] {
    const { host, port, tls } = this.#settings;
    return {
      cluster: "",
      wsHost: host,
      wsPort: port,
      wssPort: port,
      forceTLS: tls,
      enabledTransports: tls ? ["ws", "wss"] : ["ws"],
      enableStats: false,
      activityTimeout: ACTIVITY_TIMEOUT,
      pongTimeout: PONG_TIMEOUT,
      unavailableTimeout: UNAVAILABLE_TIMEOUT,
      channelAuthorization: {
        customHandler: async ({ socketId, channelName }, done) => {
          const answer = await this.#ask(this.#hooks.channelAuth, socketId, { channel_name: channelName });
          if (answer.kind === "given") done(null, answer.data);
          else if (answer.kind === "refused") done(new Error(`refused with ${answer.status}`), null);
          if (answer.kind === "refused" && this.#unproven.size > 0) this.#hooks.onSignedOut();
        },
      },
      userAuthentication: {
        customHandler: async ({ socketId }, done) => {
          const answer = await this.#ask(this.#hooks.userAuth, socketId, {});
          if (answer.kind === "given") this.#unproven.delete("person");
          if (answer.kind === "given") done(null, { ...answer.data, user_data: answer.data.user_data ?? "" });
          else if (answer.kind === "refused") done(new Error(`refused with ${answer.status}`), null);
          if (answer.kind === "refused" && (this.#unproven.size > 0 || answer.status === 401))
            this.#hooks.onSignedOut();
        },
      },
    };
  }

  #ask(endpoint: string, socketId: string, form: Record<string, string>): Promise<AuthAnswer> {
    const wanted = () =>
      this.#pusher?.connection.state === "connected" && this.#pusher.connection.socket_id === socketId;
    return askAuth(endpoint, { socket_id: socketId, ...form }, wanted);
  }

  #subscribe(name: string): void {
    if (!this.#pusher) return;
    const channel = this.#pusher.subscribe(name);
    let joinedBefore = false;
    channel.unbind_all();
    channel.bind_global((event: string, data: unknown) => {
      const listeners = [...(this.#listeners.get(name) ?? [])];
      for (const listener of listeners) listener.event(event, data);
      if (event !== "pusher:subscription_succeeded") return;
      this.#unproven.delete("channel");
      for (const listener of listeners) listener.joined(joinedBefore);
      joinedBefore = true;
    });
  }

  /** Tells one who listens later what the others were told when the channel was joined. */
  #welcome(name: string, listener: ChannelListener): void {
    const channel = this.#pusher?.channel(name);
    if (!channel?.subscribed || !this.#listeners.get(name)?.has(listener)) return;
    listener.event("pusher:subscription_succeeded", "members" in channel ? channel.members : {});
    listener.joined(false);
  }

  #changed(reported: string): void {
    const code = this.#code;
    this.#code = undefined;
    if (reported === "disconnected" && code !== undefined) this.#refused(code);
    else this.#show(nextState(this.#state, reported));
  }

  /** Ended by the server: one more try, in case only what she may see has changed. A second end is believed. */
  #refused(code: number): void {
    this.#show("offline");
    if (code !== ENDED) return;
    if (this.#unproven.size > 0) {
      this.#hooks.onSignedOut();
      return;
    }
    this.#unproven.add("person").add("channel");
    setTimeout(() => this.#connectNow(), 0);
  }

  #show(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const watcher of [...this.#watchers]) watcher();
  }
}
