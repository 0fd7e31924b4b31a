import type { ConversationRow } from "./view-conversation";
import type { MessageView } from "./view-message";

/**
 * One conversation as a screen holds it: an unbroken run of messages up to the newest, by `seq`.
 * `hinted` names versions (by `seq`) that are known to exist and are not held yet.
 */
export type Timeline = {
  row: ConversationRow;
  messages: readonly MessageView[];
  hinted: Readonly<Record<number, number>>;
};

export type TimelineChange =
  | { type: "message.stored"; message: MessageView }
  | { type: "message.hinted"; seq: number; version: number }
  | { type: "conversation.changed"; row: ConversationRow }
  | { type: "messages.loaded"; row: ConversationRow; messages: readonly MessageView[] };

const DELIVERY_ORDER = {
  received: 0,
  scheduled: 0,
  queued: 0,
  sending: 1,
  unconfirmed: 2,
  sent: 3,
  failed: 3,
} as const;
/** How far back to ask when nothing at all is held. */
const FIRST_PAGE = 50;

/** The newer of two copies of a conversation; of two with one version, the one whose last message went further. */
export function newerRow(held: ConversationRow, other: ConversationRow): ConversationRow {
  if (other.version !== held.version) return other.version > held.version ? other : held;
  const rank = (row: ConversationRow) => (row.lastMessage ? DELIVERY_ORDER[row.lastMessage.delivery] : 0);
  return rank(other) > rank(held) ? other : held;
}

/** A timeline from a fresh load. */
export function timelineOf(thread: { row: ConversationRow; messages: readonly MessageView[] }): Timeline {
  return { row: thread.row, messages: thread.messages, hinted: {} };
}

/** Whether the conversation has messages before the first one held: its numbers start at 1 and have no gap. */
export function hasOlder(timeline: Timeline): boolean {
  return (timeline.messages[0]?.seq ?? 1) > 1;
}

/**
 * The number after which messages must be fetched because one is missing or only an older version is held;
 * null when nothing is known to be missing.
 */
export function missingAfter({ row, messages, hinted }: Timeline): number | null {
  const first = messages[0];
  if (!first) return row.lastSeq > 0 ? Math.max(0, row.lastSeq - FIRST_PAGE) : null;
  const gap = messages.findIndex((message, index) => message.seq !== first.seq + index);
  const held = gap === -1 ? messages.length : gap;
  const contiguous = first.seq + held - 1;
  const stale = Object.keys(hinted)
    .map(Number)
    .filter((seq) => seq >= first.seq && seq <= contiguous);
  const known = Math.max(row.lastSeq, messages.at(-1)?.seq ?? 0, ...Object.keys(hinted).map(Number));
  const missing = contiguous < known ? [contiguous] : [];
  const candidates = [...missing, ...stale.map((seq) => seq - 1)];
  return candidates.length === 0 ? null : Math.min(...candidates);
}

function merge(held: readonly MessageView[], loaded: readonly MessageView[]): readonly MessageView[] {
  const bySeq = new Map(held.map((message) => [message.seq, message]));
  let changed = false;
  for (const message of loaded) {
    const before = bySeq.get(message.seq);
    if (before && before.version >= message.version) continue;
    bySeq.set(message.seq, message);
    changed = true;
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : held;
}

/** Keeps the hints that no held message satisfies. */
function unmet(hinted: Readonly<Record<number, number>>, messages: readonly MessageView[]) {
  const versions = new Map(messages.map((message) => [message.seq, message.version]));
  const left = Object.entries(hinted).filter(([seq, version]) => (versions.get(Number(seq)) ?? 0) < version);
  return left.length === Object.keys(hinted).length ? hinted : Object.fromEntries(left);
}

function hint(timeline: Timeline, seq: number, version: number): Timeline {
  const hinted = { ...timeline.hinted, [seq]: Math.max(version, timeline.hinted[seq] ?? 0) };
  return { ...timeline, hinted: unmet(hinted, timeline.messages) };
}

/**
 * The one meaning of a change to a conversation, whatever door it came through. Safe in any order and any number of
 * times: an older version never replaces a newer one, what is missing is told by `missingAfter`, and older messages that
 * do not reach up to those held are not taken.
 */
export function applyToTimeline(timeline: Timeline, change: TimelineChange): Timeline {
  switch (change.type) {
    case "message.hinted":
      return hint(timeline, change.seq, change.version);
    case "conversation.changed":
      return { ...timeline, row: newerRow(timeline.row, change.row) };
    case "message.stored": {
      const { message } = change;
      const first = timeline.messages[0]?.seq ?? 1;
      if (message.seq < first) return hint(timeline, message.seq, message.version);
      const messages = merge(timeline.messages, [message]);
      return { ...timeline, messages, hinted: unmet(timeline.hinted, messages) };
    }
    case "messages.loaded": {
      const reaches = (change.messages.at(-1)?.seq ?? 0) >= (timeline.messages[0]?.seq ?? 1) - 1;
      const messages = reaches ? merge(timeline.messages, change.messages) : timeline.messages;
      return { row: newerRow(timeline.row, change.row), messages, hinted: unmet(timeline.hinted, messages) };
    }
  }
}
