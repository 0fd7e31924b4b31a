import type { Delivery } from "#lib/sandbox/messenger/controls";
import type { ButtonView, PartView, QuickReplyView } from "#lib/sandbox/messenger/drawn-parts";
import type { Failure } from "#lib/sandbox/messenger/failures";
import type { SandboxPage } from "#lib/sandbox/messenger/pages";
import type { WireRow } from "#lib/sandbox/messenger/wire";
import type { SandboxPerson } from "#lib/sandbox/people/person";

/** How far a message of the person herself has come. "waiting" while the sandbox has not delivered its webhook. */
export type Progress = "waiting" | "delivered" | "seen";

/** A message as the phone draws it. */
export type SaidView = {
  mid: string;
  mine: boolean;
  /** ISO 8601. */
  at: string;
  text: string | null;
  parts: PartView[];
  quickReplies: QuickReplyView[];
  /** What it answers; null text is an unsent message, an empty one something that is not text. */
  replyTo: { mid: string; text: string | null } | null;
  edits: number;
  /** Whether Messenger still lets its author edit it. */
  editable: boolean;
  unsent: boolean;
  /** Emojis, the person's own apart from the Page's. */
  reaction: { own: string | null; page: string | null };
  persona: { name: string; pictureUrl: string | null } | null;
  progress: Progress | null;
};

export type PageView = SandboxPage;

/** A thread as the list of chats shows it. */
export type ChatView = {
  page: PageView;
  preview: { text: string; mine: boolean } | null;
  at: string | null;
  unread: boolean;
};

/** The open thread. `welcome` is what a thread without messages shows. */
export type ThreadView = {
  page: PageView;
  blocked: boolean;
  typing: boolean;
  messages: SaidView[];
  welcome: {
    greeting: string | null;
    getStarted: string | null;
    iceBreakers: { question: string; payload: string }[];
  } | null;
  /** The Page's menu, behind a button beside the box. */
  menu: ButtonView[];
};

/**
 * A request with its answer, as it crossed. `way` is seen from Comptoir: "in" is a webhook, "out" a call of the Graph
 * API.
 */
export type WireView = Omit<WireRow, "at"> & { at: string };

/** What the sandbox shall do wrong, and how often still. */
export type FailureView = { kind: Failure; left: number };

/** Everything the page shows, as one answer. */
export type MessengerState = {
  person: SandboxPerson;
  /** The sandbox's clock, ISO 8601, and how far it was moved ahead of the real one, in milliseconds. */
  clock: { at: string; offset: number };
  offline: boolean;
  threads: ChatView[];
  /** Pages the person has not written to. */
  pages: PageView[];
  thread: ThreadView | null;
  wire: { rows: WireView[]; count: number };
  failures: FailureView[];
  delivery: Delivery;
};
