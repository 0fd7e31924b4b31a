import { isHold } from "./hold";
import type { Draft, Outbox } from "./outbox";
import type { MessageView } from "./view-message";

export type ThreadItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "unread"; key: string }
  | { kind: "event"; key: string; message: MessageView }
  | { kind: "note"; key: string; message: MessageView }
  /** `first` and `last` of a run: messages of one author, close in time, that share one avatar and one time. */
  | { kind: "message"; key: string; message: MessageView; first: boolean; last: boolean }
  | { kind: "draft"; key: string; draft: Draft };

const RUN_MS = 5 * 60_000;

function standsAlone({ kind }: MessageView): boolean {
  return kind === "event" || kind === "note";
}

function sameRun(a: MessageView | undefined, b: MessageView | undefined): boolean {
  if (!a || !b || standsAlone(a) || standsAlone(b)) return false;
  if (a.payload?.sentFrom !== b.payload?.sentFrom) return false;
  if (a.author !== b.author || a.memberId !== b.memberId || a.delivery === "failed" || b.delivery === "failed")
    return false;
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) < RUN_MS;
}

const byInstant = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** In the order they were written, whatever order they came in; of one instant, in order of arrival. */
function asWritten(messages: readonly MessageView[]): readonly MessageView[] {
  return [...messages].sort((a, b) => byInstant(a.createdAt, b.createdAt) || a.seq - b.seq);
}

/** What is scheduled, in the order in which it goes. */
function asScheduled(messages: readonly MessageView[]): readonly MessageView[] {
  return messages
    .filter(({ sendAt }) => sendAt !== null)
    .sort((a, b) => byInstant(a.sendAt ?? "", b.sendAt ?? "") || a.seq - b.seq);
}

/** The place of a message that was cleared, since its time was over: nothing is left to show of it. */
const isCleared = ({ kind, event }: MessageView) => kind === "event" && event === null;

/** The place of a message that was only held back: nobody needs to read of it. */
function wasHeld({ event, createdAt }: MessageView): boolean {
  if (event?.type !== "scheduled" && event?.type !== "schedule_cancelled") return false;
  return isHold({ createdAt, sendAt: event.sendAt });
}

/** Whether a message has its place in the thread: what is scheduled stands at the end, and some leave nothing to read. */
export const hasPlace = (message: MessageView) => message.sendAt === null && !wasHeld(message) && !isCleared(message);

/** Each message once: one that took another number is held at both until its old place is known. */
function eachOnce(held: readonly MessageView[]): readonly MessageView[] {
  const newest = new Map<string, number>();
  for (const { id, version } of held) newest.set(id, Math.max(version, newest.get(id) ?? 0));
  return held.filter(({ id, version }) => version === newest.get(id));
}

/**
 * What a thread shows, from top to bottom: a line where a day begins, the messages in runs, what is scheduled, and at
 * the end what is not stored yet. A draft whose message has come by another way is not shown beside it. `dayOf` names an
 * instant's day; `readSeq`: a line stands before the first of the shopper's messages after it, once that is held.
 */
export function threadItems(
  held: readonly MessageView[],
  outbox: Outbox,
  dayOf: (at: string) => string,
  readSeq = Number.POSITIVE_INFINITY,
): ThreadItem[] {
  const once = eachOnce(held);
  const messages = asWritten(once.filter(hasPlace));
  const items: ThreadItem[] = [];
  const days = messages.map((message) => dayOf(message.createdAt));
  const reaches = held.some(({ seq }) => seq <= Math.max(1, readSeq));
  const unread = messages.find((message) => reaches && message.seq > readSeq && message.author === "contact");
  messages.forEach((message, place) => {
    const [before, after] = [messages[place - 1], messages[place + 1]];
    const newDay = days[place] !== days[place - 1];
    if (newDay) items.push({ kind: "day", key: `day ${message.createdAt}`, at: message.createdAt });
    if (message === unread) items.push({ kind: "unread", key: "unread" });
    if (message.kind === "event" || message.kind === "note") {
      items.push({ kind: message.kind, key: message.clientKey ?? message.id, message });
      return;
    }
    const first = newDay || message === unread || !sameRun(before, message);
    const last = days[place + 1] !== days[place] || after === unread || !sameRun(message, after);
    items.push({ kind: "message", key: message.clientKey ?? message.id, message, first, last });
  });
  for (const message of asScheduled(once))
    items.push({ kind: "message", key: message.clientKey ?? message.id, message, first: true, last: true });
  const stored = new Set(held.map((message) => message.clientKey));
  const drafts = outbox.filter((draft) => !stored.has(draft.clientKey));
  return [...items, ...drafts.map((draft): ThreadItem => ({ kind: "draft", key: draft.clientKey, draft }))];
}
