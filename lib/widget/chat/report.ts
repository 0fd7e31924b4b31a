import type { VisitorApi } from "./api";
import { backoff, slowest } from "./backoff";
import type { Bridge } from "./bridge";
import type { ChatState } from "./state";
import type { Store } from "./store";

/**
 * Tells the shop what arrived and what was on screen, and the page around how much was not seen: once at a time, what
 * comes meanwhile is told together afterwards, and what does not get through is told again.
 */
export function createReport({ api, store, bridge }: { api: VisitorApi; store: Store<ChatState>; bridge: Bridge }) {
  let reported = { deliveredSeq: 0, readSeq: 0 };
  let reporting = false;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function tell() {
    clearTimeout(retry);
    const { timeline, visible, contactReadSeq, session } = store.get();
    const deliveredSeq = timeline.messages.at(-1)?.seq ?? 0;
    const looking = visible && !document.hidden;
    const readSeq = looking ? deliveredSeq : contactReadSeq;
    store.patch({ contactReadSeq: readSeq });
    const unread = timeline.messages.filter(
      (m) => m.seq > readSeq && (m.author === "member" || m.author === "app"),
    ).length;
    bridge.tell({ type: "unread", n: unread });
    if (!session?.conversation && deliveredSeq === 0) return;
    if (reporting || (deliveredSeq <= reported.deliveredSeq && readSeq <= reported.readSeq)) return;
    const before = reported;
    const told = { deliveredSeq, readSeq };
    reported = told;
    reporting = true;
    const outcome = await api.seen(deliveredSeq, readSeq);
    reporting = false;
    if (outcome.ok) attempt = 0;
    else if (reported === told) reported = before;
    if (outcome.ok) void tell();
    else if (outcome.retry) retry = setTimeout(tell, backoff(attempt++, slowest));
  }

  return {
    tell,
    /** What the shop knows already, as a fresh load says. */
    known(already: typeof reported) {
      reported = already;
    },
  };
}
