import { authorise, type VisitorApi } from "./api";
import { backoff } from "./backoff";
import type { Bridge } from "./bridge";
import { loadPart } from "./part";
import { followChannel } from "./pusher-frames";
import type { ChatState, Place } from "./state";
import type { Store } from "./store";
import { applyToTimeline, hasGap, isForeign, type TimelineChange } from "./timeline";
import { fieldsOf, isMessage, type SessionView } from "./views";

const typingLasts = 6000; // milliseconds after the last sign of it
const page = 200; // messages in one answer of the API
const slowest = 30_000; // milliseconds between two tries to load the session

export type Chat = ReturnType<typeof createChat>;

/** Keeps the screen equal to a fresh load: loads the session, follows the visitor's channel, and fetches what was missed. */
export function createChat(options: {
  slug: string;
  api: VisitorApi;
  store: Store<ChatState>;
  bridge: Bridge;
  unavailable: string;
}) {
  const { slug, api, store, bridge } = options;
  let asked = 0;
  let adopted = 0;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let catching = false;
  let followed: { channel: string; close: () => void; hurry: () => void } | undefined;
  let reported = { deliveredSeq: 0, readSeq: 0 };
  let reporting = false;

  function apply(change: TimelineChange) {
    store.patch({ timeline: applyToTimeline(store.get().timeline, change) });
    if (change.type.startsWith("draft.")) return;
    if (hasGap(store.get().timeline)) void catchUp(store.get().timeline.knownTo);
    const { session } = store.get();
    if (change.type === "message.stored" && session?.visitorId && !session.conversation) void load(); // her first made one
    void report();
    void fetchParts();
    for (const place of ["web_chat", "receipt"] as const) void offer(place);
  }

  /** Fetches what draws receipts, files, questions and the notice of a closed shop, when the first of them is there. */
  async function fetchParts() {
    const { session } = store.get();
    const needed = {
      cards: session?.conversation,
      away: session?.away,
    };
    for (const name of ["cards", "away"] as const) {
      if (!needed[name] || store.get().parts[name]) continue;
      try {
        const part = await loadPart(name);
        store.patch({ parts: { ...store.get().parts, [name]: part } });
      } catch {
        again();
      }
    }
  }

  /** Fetches the link to Messenger for a place that is on screen, once; a link that is not to be had is not shown. */
  async function offer(place: Place) {
    const { session, timeline, messenger } = store.get();
    if (place in messenger) {
      if (!session?.messenger) store.patch({ messenger: {} });
    } else if (session?.messenger && (place === "web_chat" || timeline.messages.some(({ receipt }) => receipt))) {
      store.patch({ messenger: { ...messenger, [place]: "" } });
      const outcome = await api.messenger(place);
      if (outcome.ok) store.patch({ messenger: { ...store.get().messenger, [place]: outcome.value } });
    }
  }

  /** Fetches everything above `seq`, page by page. One at a time; what arrives meanwhile shows up as a gap again. */
  async function catchUp(seq: number) {
    if (catching) return;
    catching = true;
    const { conversationId } = store.get().timeline;
    for (let from: number | null = seq; from !== null; ) {
      const told = store.get().timeline.messages.at(-1)?.seq ?? 0;
      const outcome = await api.after(from);
      if (!outcome.ok) {
        catching = false;
        return void again();
      }
      const last: number = outcome.value.at(-1)?.seq ?? from;
      const more: boolean = outcome.value.length >= page && last > from;
      catching = more;
      apply({ type: "caught.up", conversationId, upTo: more ? last : Math.max(last, told), messages: outcome.value });
      from = more ? last : null;
    }
  }

  /** Takes a session in unless a later one was taken in before it answered. */
  function adopt(session: SessionView, order: number) {
    if (order < adopted) return;
    adopted = order;
    const { conversation } = session;
    const before = store.get();
    const same = before.timeline.conversationId === (conversation?.id ?? null);
    const held = same ? (before.timeline.messages[0]?.seq ?? 0) : 0;
    const first = session.messages[0]?.seq ?? 0;
    store.patch({
      session,
      cut: false,
      memberReadSeq: Math.max(same ? before.memberReadSeq : 0, conversation?.memberReadSeq ?? 0),
      contactReadSeq: Math.max(same ? before.contactReadSeq : 0, conversation?.contactReadSeq ?? 0),
    });
    const { lastSeq = 0, id = null, contactDeliveredSeq = 0, contactReadSeq = 0 } = conversation ?? {};
    reported = { deliveredSeq: contactDeliveredSeq, readSeq: contactReadSeq };
    apply({ type: "loaded", conversationId: id, lastSeq, messages: session.messages });
    const top = store.get().timeline.messages[0]?.seq ?? 0;
    const earlier = top > 1 && (before.earlier !== "none" || top !== held) ? "some" : "none";
    store.patch({ earlier });
    if (held > 0 && top < first) void catchUp(top - 1); // pages loaded earlier: their cards may have changed too
    if (session.visitorId) bridge.tell({ type: "comptoir:chat", exists: true });
    follow(session);
  }

  function follow({ visitorId, realtime }: SessionView) {
    const channel = `private-visitor-${visitorId}`;
    if (followed?.channel === channel) return;
    followed?.close();
    followed = undefined;
    if (!visitorId || !realtime?.key) return;
    const { key, host, port, tls } = realtime;
    const feed = followChannel({
      url: `${tls ? "wss" : "ws"}://${host}:${port}/app/${key}?protocol=7&client=comptoir&version=1`,
      channel,
      authorise: (socketId) => authorise(slug, socketId, channel),
      onEvent: heard,
      onState: (live) => store.patch({ live }),
      onResync: () => void load(),
    });
    followed = { channel, ...feed };
  }

  function heard(event: string, payload: unknown) {
    const { message, seq, name, memberReadSeq } = fieldsOf(payload);
    if (event === "message.stored" && isMessage(message)) {
      if (message.author !== "contact") hush();
      if (isForeign(store.get().timeline, message)) return void load();
      const first =
        message.author === "member" && !store.get().timeline.messages.some(({ author }) => author === "member");
      apply({ type: "message.stored", message });
      if (first) void load(); // the first answer opens the question of permission
    } else if (event === "message.stored" && typeof seq === "number") {
      void catchUp(Math.min(seq - 1, store.get().timeline.knownTo)); // too large for the feed: fetch it
    } else if (event === "seen" && typeof memberReadSeq === "number") {
      const read = Math.max(memberReadSeq, store.get().memberReadSeq);
      store.patch({ memberReadSeq: read, seenBy: typeof name === "string" ? name : null });
    } else if (event === "typing" && typeof name === "string") {
      store.patch({ typing: name });
      clearTimeout(quiet);
      quiet = setTimeout(hush, typingLasts);
    } else if (event === "session.changed") void load();
  }

  function hush() {
    clearTimeout(quiet);
    store.patch({ typing: null });
  }

  /** Loads the session, or tries again later: the text box stays usable meanwhile. */
  async function load() {
    clearTimeout(retry);
    const order = ++asked;
    const outcome = await api.session();
    if (outcome.ok) {
      attempt = 0;
      adopt(outcome.value, order);
    } else if (outcome.retry) again();
    else store.patch({ closedDoor: outcome.message ?? options.unavailable });
  }

  function again() {
    store.patch({ cut: true });
    clearTimeout(retry);
    retry = setTimeout(load, backoff(attempt++, slowest));
  }

  /**
   * Tells the shop what arrived and what was on screen, once at a time: what comes meanwhile is told together afterwards.
   * What does not get through goes with the next change.
   */
  async function report() {
    const { timeline, visible, contactReadSeq, session } = store.get();
    const deliveredSeq = timeline.messages.at(-1)?.seq ?? 0;
    const looking = visible && !document.hidden;
    const readSeq = looking ? deliveredSeq : contactReadSeq;
    store.patch({ contactReadSeq: readSeq });
    const unread = timeline.messages.filter(
      (m) => m.seq > readSeq && (m.author === "member" || m.author === "app"),
    ).length;
    bridge.tell({ type: "comptoir:unread", n: unread });
    if (!session?.conversation && deliveredSeq === 0) return;
    if (reporting || (deliveredSeq <= reported.deliveredSeq && readSeq <= reported.readSeq)) return;
    const before = reported;
    reported = { deliveredSeq, readSeq };
    reporting = true;
    const outcome = await api.seen(deliveredSeq, readSeq);
    reporting = false;
    if (outcome.ok) void report();
    else if (reported.deliveredSeq === deliveredSeq) reported = before;
  }

  return {
    apply,
    load,
    report,
    /** Looks at once whether the feed still runs and loads what failed to load; for when the network is back. */
    hurry() {
      attempt = 0;
      followed?.hurry();
      if (store.get().cut) void load();
    },
    /** The order number of a session about to be asked for by someone else, to be adopted with it. */
    adopting() {
      const order = ++asked;
      return (session: SessionView) => adopt(session, order);
    },
  };
}
