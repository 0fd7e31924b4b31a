import type { VisitorApi } from "./api";
import { backoff, slowest } from "./backoff";
import type { Bridge } from "./bridge";
import type { Feed } from "./lazy/live";
import { type CardParts, keepLoading } from "./part";
import { createReport } from "./report";
import { type ChatState, initialState, type Place } from "./state";
import type { Store } from "./store";
import { applyToTimeline, hasGap, isForeign, type TimelineChange } from "./timeline";
import { fieldsOf, isMessage, type SessionView } from "./views";

const typingLasts = 6000; // milliseconds after the last sign of it
const page = 200; // messages in one answer of the API

/** A channel, and what follows it once that was fetched. */
type Followed = { channel: string; feed?: Feed };

export type Chat = ReturnType<typeof createChat>;

/** Keeps the screen equal to a fresh load: loads the session, follows the visitor's channel, and fetches what was missed. */
export function createChat(options: {
  slug: string;
  api: VisitorApi;
  store: Store<ChatState>;
  bridge: Bridge;
  unavailable: string;
  /** Whether the login is offered before there is a conversation. */
  login?: boolean;
  /** Called when everything of the one who was there has left the screen. */
  forgotten: () => void;
}) {
  const { slug, api, store, bridge } = options;
  let asked = 0;
  let adopted = 0;
  let ending = false;
  let era = 0;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let catching = false;
  let followed: Followed | undefined;
  const announced = new Set<string>();
  const fetched = new Set<string>();
  const report = createReport(options);

  /** Answers whether still the same person is there: what was asked for somebody else is of no use to her. */
  function since() {
    const asking = era;
    return () => asking === era;
  }

  function apply(change: TimelineChange) {
    const before = store.get().timeline;
    store.patch({ timeline: applyToTimeline(before, change) });
    if (change.type.startsWith("draft.")) return;
    const { type } = change;
    announce(type === "older.loaded" || (type === "loaded" && change.conversationId !== before.conversationId));
    if (hasGap(store.get().timeline)) void catchUp(store.get().timeline.knownTo);
    const { session } = store.get();
    if (change.type === "message.stored" && session?.visitorId && session.conversation?.closed !== false) void load(); // her first made one, and any opens one
    void report.tell();
    if (session?.conversation || options.login) void fetchPart("cards");
    if (session?.conversation) {
      void fetchPart("receipts");
      void fetchPart("marks");
    }
    if (session?.away) void fetchPart("away");
    for (const place of ["web_chat", "receipt"] as const) void offer(place);
  }

  /**
   * Tells the page of each message once, when there is something to be seen of it: what is not sent yet holds its place
   * as an empty event. Not of those that stood in a conversation when it was opened.
   */
  function announce(silent: boolean) {
    for (const { id, kind, author } of store.get().timeline.messages) {
      if (kind === "event" || announced.has(id)) continue;
      announced.add(id);
      if (silent) continue;
      if (author !== "contact") followed?.feed?.ring();
      bridge.tell({ type: "message", from: author === "contact" ? "visitor" : "shop" });
    }
  }

  /** Fetches what draws receipts, files, questions and the notice of a closed shop, when the first of them is there. */
  async function fetchPart(name: keyof CardParts) {
    if (fetched.has(name)) return;
    fetched.add(name);
    const part = await keepLoading(name);
    store.patch({ parts: { ...store.get().parts, [name]: part } });
  }

  /** Fetches the link to Messenger for a place that is on screen, once; a link that is not to be had is not shown. */
  async function offer(place: Place) {
    const { session, timeline, messenger } = store.get();
    if (!session?.messenger) return store.patch({ messenger: initialState.messenger });
    if (place in messenger || (place === "receipt" && !timeline.messages.some(({ receipt }) => receipt))) return;
    const same = since();
    store.patch({ messenger: { ...messenger, [place]: "" } });
    const outcome = await api.messenger(place);
    if (outcome.ok && same()) store.patch({ messenger: { ...store.get().messenger, [place]: outcome.value } });
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
    attempt = 0;
  }

  /** Takes a session in unless a later one was taken in before it answered. */
  function adopt(session: SessionView, order: number) {
    if (order < adopted) return;
    adopted = order;
    ending = false;
    const was = store.get().session;
    if (was?.visitorId && (was.visitorId !== session.visitorId || (was.proven && was.proven !== session.proven)))
      forget();
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
    report.known({ deliveredSeq: contactDeliveredSeq, readSeq: contactReadSeq });
    apply({ type: "loaded", conversationId: id, lastSeq, messages: session.messages });
    const top = store.get().timeline.messages[0]?.seq ?? 0;
    const earlier = top > 1 && (before.earlier !== "none" || top !== held) ? "some" : "none";
    store.patch({ earlier });
    if (held > 0 && top < first) void catchUp(top - 1); // pages loaded earlier: their cards may have changed too
    if (session.visitorId) bridge.tell({ type: "chat", exists: true });
    void follow(session);
  }

  function unfollow() {
    followed?.feed?.close();
    followed = undefined;
  }

  /** Somebody else is there: nothing of the one before stays on screen or on its way. */
  function forget() {
    era++;
    unfollow();
    for (const { file } of store.get().timeline.drafts) file?.stop.abort();
    const { visible, parts, focused } = store.get();
    store.patch({ ...initialState, visible, parts, focused });
    options.forgotten();
  }

  async function follow({ visitorId, realtime }: SessionView) {
    const channel = `private-visitor-${visitorId}`;
    if (followed?.channel === channel) return;
    unfollow();
    if (!visitorId || !realtime?.key) return;
    const mine: Followed = { channel };
    followed = mine;
    const { followVisitor } = await keepLoading("live");
    if (followed !== mine) return;
    mine.feed = followVisitor(slug, realtime, {
      channel,
      onEvent: heard,
      onState: (live) => store.patch({ live }),
      onResync: () => void load(),
    });
  }

  function heard(event: string, payload: unknown) {
    const { message, seq, name, memberReadSeq, closed } = fieldsOf(payload);
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
      if (closed !== store.get().session?.conversation?.closed) void load();
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
    if (ending) return;
    const order = ++asked;
    const outcome = await api.session();
    if (outcome.ok) {
      adopt(outcome.value, order);
      if (!catching) attempt = 0;
    } else if (order < adopted) return;
    else if (outcome.retry) again();
    else store.patch({ closedDoor: outcome.message ?? options.unavailable });
  }

  function again() {
    store.patch({ cut: true });
    clearTimeout(retry);
    retry = setTimeout(load, backoff(attempt++, slowest));
  }

  return {
    apply,
    load,
    report: report.tell,
    since,
    /** Ends the live feed: the next load begins it again. */
    unfollow,
    /** Looks at once whether the feed still runs and loads what failed to load; for when the network is back. */
    hurry() {
      attempt = 0;
      followed?.feed?.hurry();
      if (store.get().cut) void load();
    },
    /** The order number of a session about to be asked for by someone else, to be adopted with it. */
    adopting() {
      const order = ++asked;
      return (session: SessionView) => adopt(session, order);
    },
    /** Her visit ends: the screen is empty at once, and stays so until the answer to that is adopted. */
    end() {
      adopted = ++asked;
      ending = true;
      forget();
    },
  };
}
