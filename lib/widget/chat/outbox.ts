import type { Outcome } from "./api";
import { backoff } from "./backoff";
import type { Draft, Extra, TimelineChange } from "./timeline";
import type { VisitorMessageView } from "./views";

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * Sends what she wrote, one message at a time and in her order, always under the key chosen when she pressed Send, so
 * that no retry ever makes two. Without a connection, or while the server is ill, it waits and tries again by itself;
 * a refusal keeps the text with its reason and lets the next message pass.
 */
export function createOutbox(options: {
  drafts: () => readonly Draft[];
  apply: (change: TimelineChange) => void;
  send: (draft: Draft) => Promise<Outcome<VisitorMessageView>>;
  /** The sentence shown when the server refused without one. */
  refused: string;
}) {
  const { drafts, apply } = options;
  let running = false;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (draft: Draft) => apply({ type: "draft.put", draft });

  async function run() {
    clearTimeout(timer);
    if (running) return;
    running = true;
    for (let next = waiting(); next; next = waiting()) {
      put({ ...next, state: "sending", problem: null });
      const outcome = await options.send(next);
      if (outcome.ok) attempt = 0;
      if (!find(next.clientKey)) continue; // she took it back on its way, or it was told live, or somebody else is there
      if (outcome.ok) {
        apply({ type: "message.stored", message: outcome.value });
      } else if (outcome.retry) {
        put({ ...next, state: "waiting" });
        timer = setTimeout(run, Math.max(backoff(attempt++), outcome.after * 1000));
        break;
      } else {
        attempt = 0;
        put({ ...next, state: "refused", problem: outcome.message ?? options.refused });
      }
    }
    running = false;
  }

  function waiting() {
    return drafts().find((draft) => draft.state === "waiting");
  }

  function find(clientKey: string) {
    return drafts().find((draft) => draft.clientKey === clientKey);
  }

  return {
    add(body: string, extra: Extra = {}, clientKey: string = crypto.randomUUID()) {
      put({ ...extra, clientKey, body, state: "waiting", problem: null });
      void run();
    },
    put,
    /** Stops a file on its way and forgets it. */
    drop(clientKey: string) {
      const stop = find(clientKey)?.file?.stop;
      apply({ type: "draft.dropped", clientKey });
      stop?.abort();
    },
    /** Sends a refused message again, under its own key. */
    retry(clientKey: string) {
      const draft = find(clientKey);
      if (draft?.state === "refused") put({ ...draft, state: "waiting", problem: null });
      void run();
    },
    /** Takes a refused message out and hands back its text. */
    take(clientKey: string) {
      const draft = find(clientKey);
      if (draft?.state !== "refused") return "";
      apply({ type: "draft.dropped", clientKey });
      return draft.body;
    },
    /** Tries at once: after a reload, or when the connection came back. */
    kick: () => void run(),
  };
}
