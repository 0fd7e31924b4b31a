import type { VisitorMessageView } from "./views";

/** What she wrote and the server has not stored yet. `refused` stays on screen, with its reason, until she decides. */
export type Draft = {
  clientKey: string;
  body: string;
  state: "sending" | "waiting" | "refused";
  problem: string | null;
  /** A file that goes instead of words: the share of its bytes that left, and what stops it. Only this page holds it. */
  file?: { source: File; sent: number; stop: AbortController };
  sticker?: string;
  /** The message whose quick reply this is. */
  tapped?: string;
  /** The message it answers. */
  replyTo?: string;
};

/** What a message may be besides words. */
export type Extra = Pick<Draft, "file" | "sticker" | "tapped" | "replyTo">;

/**
 * The conversation as this screen holds it. `messages` is one stretch, by rising seq, up to the newest.
 * `knownTo`: every seq up to here is held or was answered for by the server; a held message above it means a gap.
 */
export type Timeline = {
  conversationId: string | null;
  messages: readonly VisitorMessageView[];
  knownTo: number;
  drafts: readonly Draft[];
};

export type TimelineChange =
  | { type: "loaded"; conversationId: string | null; lastSeq: number; messages: readonly VisitorMessageView[] }
  | { type: "older.loaded"; before: number; messages: readonly VisitorMessageView[] }
  | { type: "caught.up"; conversationId: string | null; upTo: number; messages: readonly VisitorMessageView[] }
  | { type: "message.stored"; message: VisitorMessageView }
  | { type: "draft.put"; draft: Draft }
  | { type: "draft.dropped"; clientKey: string };

export const emptyTimeline: Timeline = { conversationId: null, messages: [], knownTo: 0, drafts: [] };

/**
 * One meaning of a change, for page load, live feed and her own click alike: an older version never replaces a newer
 * one, a message arrives once however often it is told, and a draft goes when its message comes.
 */
export function applyToTimeline(timeline: Timeline, change: TimelineChange): Timeline {
  switch (change.type) {
    case "loaded":
      return load(timeline, change);
    case "older.loaded":
      return timeline.messages[0]?.seq === change.before ? merge(timeline, change.messages) : timeline;
    case "caught.up":
      if (timeline.conversationId !== change.conversationId) return timeline;
      return settle({ ...merge(timeline, change.messages), knownTo: Math.max(timeline.knownTo, change.upTo) });
    case "message.stored":
      return stands(timeline, change.message) && !isHeld(timeline, change.message)
        ? settle(merge(timeline, [change.message]))
        : timeline;
    case "draft.put": {
      const held = timeline.drafts.some((draft) => draft.clientKey === change.draft.clientKey);
      const drafts = held
        ? timeline.drafts.map((draft) => (draft.clientKey === change.draft.clientKey ? change.draft : draft))
        : [...timeline.drafts, change.draft];
      return { ...timeline, drafts };
    }
    case "draft.dropped":
      return { ...timeline, drafts: timeline.drafts.filter((draft) => draft.clientKey !== change.clientKey) };
  }
}

/** Whether a message came before one it follows: the server is then asked for what is above `knownTo`. */
export function hasGap(timeline: Timeline): boolean {
  return (timeline.messages.at(-1)?.seq ?? 0) > timeline.knownTo;
}

/** Whether a message told live belongs to another conversation than the one held: only a fresh load can show it. */
export function isForeign(timeline: Timeline, message: VisitorMessageView): boolean {
  return !stands(timeline, message) && message.seq >= (timeline.messages[0]?.seq ?? 0);
}

/** Whether a message, in this version or a newer one, is held and no draft waits for it: told again, it changes nothing. */
function isHeld({ messages, drafts }: Timeline, { id, version, clientKey }: VisitorMessageView): boolean {
  const held = messages.findLast((message) => message.id === id);
  return held !== undefined && held.version >= version && !drafts.some((draft) => draft.clientKey === clientKey);
}

/** A seq that is known with an id that is not: above the page she has loaded, or of another conversation. */
function stands(timeline: Timeline, message: VisitorMessageView): boolean {
  return message.seq > timeline.knownTo || timeline.messages.some((held) => held.id === message.id);
}

function load(timeline: Timeline, fresh: Extract<TimelineChange, { type: "loaded" }>): Timeline {
  const { conversationId, lastSeq } = fresh;
  const another = timeline.conversationId !== null && timeline.conversationId !== conversationId;
  if (another)
    return settle({ ...merge({ ...timeline, messages: [] }, fresh.messages), conversationId, knownTo: lastSeq });
  const first = fresh.messages[0]?.seq ?? 0;
  const apart = first > timeline.knownTo + 1; // more came than one load holds: what was held before is another stretch
  const messages = apart ? timeline.messages.filter((message) => message.seq > lastSeq) : timeline.messages;
  const knownTo = Math.max(timeline.knownTo, lastSeq);
  return settle({ ...merge({ ...timeline, messages }, fresh.messages), conversationId, knownTo });
}

function settle(timeline: Timeline): Timeline {
  let { knownTo } = timeline;
  for (const { seq } of timeline.messages) if (seq === knownTo + 1) knownTo = seq;
  return { ...timeline, knownTo };
}

function merge(timeline: Timeline, incoming: readonly VisitorMessageView[]): Timeline {
  if (incoming.length === 0) return timeline;
  const byId = new Map(timeline.messages.map((message) => [message.id, message]));
  for (const message of incoming) {
    const held = byId.get(message.id);
    if (!held || held.version < message.version) byId.set(message.id, message);
  }
  const stored = new Set(incoming.map((message) => message.clientKey));
  return {
    ...timeline,
    messages: [...byId.values()].sort((a, b) => a.seq - b.seq),
    drafts: timeline.drafts.filter((draft) => !stored.has(draft.clientKey)),
  };
}
