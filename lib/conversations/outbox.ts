import { messagesToWrite } from "./messages-to-write";
import type { SendActions } from "./send-actions/no-actions";
import type { AttachmentView } from "./view-message";

/** What becomes of its conversation once it is stored; `until` in ISO 8601. */
export type AfterSending = { does: "close" } | { does: "snooze"; until: string };

/**
 * How words and files become messages once every file is up: one, or the several of at most `most` characters that
 * Messenger takes, each under one of `keys`, so that a second try makes the same.
 */
export type Outstanding = { most: number | null; keys: readonly string[] };

/**
 * A message a member wrote that is not known to be stored. `waiting` goes by itself in its turn, `sending` is on its
 * way, `unsent` was refused and stays until its author decides. Its key makes a second try harmless.
 */
export type Draft = {
  clientKey: string;
  conversationId: string;
  body: string;
  /** Uploaded files that go with it. */
  files: readonly AttachmentView[];
  /** While files of it go up, which stand among the uploads under `filesOf`; until then it waits, and all after it. */
  outstanding: Outstanding | null;
  /** The message it answers. */
  replyTo: string | null;
  /** For the team alone. */
  note: boolean;
  /** It sells something. */
  offer: boolean;
  /** The titles of the answers offered with it. */
  quickReplies: readonly string[];
  /** What is done with the conversation in the transaction that sends it. */
  actions: SendActions | null;
  /** When it is to go (ISO 8601), where that is not at once. */
  sendAt: string | null;
  /** For how many seconds it can be taken back once it is stored, before it goes. */
  hold: number | null;
  /** What its author wants done then. */
  after: AfterSending | null;
  /** When it was written (ISO 8601): the order in which a conversation's drafts go. */
  at: string;
  state: "waiting" | "sending" | "unsent";
  tries: number;
  /** Why it was refused, as a sentence. */
  problem: string | null;
};

/** What its author gave: everything else comes of sending it. */
export type Written = Pick<
  Draft,
  | "clientKey"
  | "conversationId"
  | "body"
  | "files"
  | "outstanding"
  | "replyTo"
  | "note"
  | "offer"
  | "quickReplies"
  | "actions"
  | "sendAt"
  | "hold"
  | "after"
  | "at"
>;

/** Words alone: nothing goes with them, and they go at once. */
export const PLAIN = {
  ...{ files: [], outstanding: null, replyTo: null, note: false, offer: false, quickReplies: [], actions: null },
  ...{ sendAt: null, hold: null, after: null },
} satisfies Partial<Written>;

/** Everything not yet stored, in every conversation, in the order it was written. */
export type Outbox = readonly Draft[];

export type OutboxChange =
  | { type: "draft.written"; draft: Written }
  | { type: "drafts.restored"; drafts: Outbox }
  | { type: "draft.filled"; clientKey: string; files: readonly AttachmentView[] }
  | { type: "draft.sending"; clientKey: string }
  | { type: "draft.delayed"; clientKey: string }
  | { type: "draft.refused"; clientKey: string; problem: string }
  | { type: "draft.retried"; clientKey: string }
  | { type: "draft.gone"; clientKey: string };

/** Names where something is written: each conversation has a box for answers and one for notes. */
export function boxOf({ conversationId, note }: Pick<Draft, "conversationId" | "note">): string {
  return note ? `${conversationId}:note` : conversationId;
}

/** The box whose files stand in this place; null where they are of something else. */
export function boxAt(place: string): { conversationId: string; kind: "reply" | "note" } | null {
  const [, conversationId, note] = /^([0-9a-f-]{36})(:note)?$/.exec(place) ?? [];
  return conversationId ? { conversationId, kind: note ? "note" : "reply" } : null;
}

/** Names where the files of a message stand that was sent before they were up. */
export function filesOf({ clientKey }: Pick<Draft, "clientKey">): string {
  return `sent:${clientKey}`;
}

/** How words and files become messages, with as many keys as there can be; the last is the one given. */
export function toBeFilled(written: { body: string; files: number; most: number | null }, nextKey: () => string) {
  const { body, files, most } = written;
  const pieces = most === null ? 1 : files + messagesToWrite(body, [], null, most).length;
  const keys = Array.from({ length: pieces }, nextKey);
  return { clientKey: keys[0] ?? nextKey(), outstanding: { most, keys: keys.slice(1) } };
}

/**
 * The messages that a draft becomes with its files: what follows from it follows from the last, which has its key. Asked
 * again it makes the same ones. None where neither words nor files are left.
 */
export function filled<D extends Written>(draft: D, files: readonly AttachmentView[]): D[] {
  const { body, replyTo, outstanding } = draft;
  const one = body.trim() === "" && files.length === 0 ? [] : [{ body, files, replyTo }];
  const pieces = outstanding?.most ? messagesToWrite(body, files, replyTo, outstanding.most) : one;
  const last = pieces.length - 1;
  return pieces.map((piece, place) => {
    const at = new Date(Date.parse(draft.at) + place).toISOString();
    const whole = { ...draft, ...piece, at, outstanding: null };
    const clientKey = outstanding?.keys[place] ?? draft.clientKey;
    return place === last ? whole : { ...whole, clientKey, quickReplies: [], actions: null, after: null };
  });
}

function inOrder(drafts: Outbox): Outbox {
  return [...drafts].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

function changed(outbox: Outbox, clientKey: string, change: (draft: Draft) => Partial<Draft>): Outbox {
  return outbox.map((draft) => (draft.clientKey === clientKey ? { ...draft, ...change(draft) } : draft));
}

/** The one meaning of a change to the outbox. A key stands in it once; a change for a key that is gone does nothing. */
export function applyToOutbox(outbox: Outbox, change: OutboxChange): Outbox {
  switch (change.type) {
    case "draft.written":
      if (outbox.some((draft) => draft.clientKey === change.draft.clientKey)) return outbox;
      return inOrder([...outbox, { ...change.draft, state: "waiting", tries: 0, problem: null }]);
    case "drafts.restored": {
      const held = new Set(outbox.map((draft) => draft.clientKey));
      const back = change.drafts.filter((draft) => !held.has(draft.clientKey));
      return back.length === 0 ? outbox : inOrder([...outbox, ...back.map(asRestored)]);
    }
    case "draft.filled":
      return inOrder(
        outbox.flatMap((draft) => (draft.clientKey === change.clientKey ? filled(draft, change.files) : [draft])),
      );
    case "draft.sending":
      return changed(outbox, change.clientKey, (draft) => ({
        state: "sending",
        tries: draft.tries + 1,
        problem: null,
      }));
    case "draft.delayed":
      return changed(outbox, change.clientKey, () => ({ state: "waiting" }));
    case "draft.refused":
      return changed(outbox, change.clientKey, () => ({ state: "unsent", problem: change.problem }));
    case "draft.retried":
      return changed(outbox, change.clientKey, () => ({ state: "waiting", problem: null }));
    case "draft.gone":
      return outbox.filter((draft) => draft.clientKey !== change.clientKey);
  }
}

/** A draft that was on its way when the page went is sent again: its key keeps it from being stored twice. */
function asRestored(draft: Draft): Draft {
  return draft.state === "sending" ? { ...draft, state: "waiting" } : draft;
}

/** The drafts whose turn it is: in each conversation the first that waits, when it is whole and none is on its way there. */
export function turnsOf(outbox: Outbox): Outbox {
  const seen = new Set<string>();
  return outbox.filter((draft) => {
    if (draft.state === "unsent" || seen.has(draft.conversationId)) return false;
    seen.add(draft.conversationId);
    return draft.state === "waiting" && draft.outstanding === null;
  });
}
