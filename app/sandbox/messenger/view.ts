import type { Delivery, Failure } from "#lib/sandbox/messenger/controls";
import type { SandboxPage } from "#lib/sandbox/messenger/pages";
import type { WireRow } from "#lib/sandbox/messenger/wire";
import type { SandboxPerson } from "#lib/sandbox/people/person";

/** A choice offered under a message until the person says something else. */
export type QuickReplyView = { title: string; payload: string; imageUrl: string | null };

/** A button of a card: opens an address, calls a number, or tells the Page that it was tapped. */
export type ButtonView =
  | { kind: "link"; title: string; url: string }
  | { kind: "call"; title: string; number: string }
  | { kind: "postback"; title: string; payload: string };

export type CardView = {
  title: string | null;
  subtitle: string | null;
  imageUrl: string | null;
  videoUrl: string | null;
  /** Where a tap on the card itself leads. */
  link: string | null;
  buttons: ButtonView[];
};

/** An order as its receipt says it; amounts are numbers of the currency's main unit, as the platform sends them. */
export type ReceiptView = {
  number: string;
  currency: string;
  paidWith: string;
  shipTo: string | null;
  lines: { title: string; subtitle: string | null; quantity: number | null; price: number; imageUrl: string | null }[];
  subtotal: number | null;
  shipping: number | null;
  tax: number | null;
  adjustments: { name: string; amount: number }[];
  total: number;
  url: string | null;
};

/** One thing a message holds. "unknown" is a kind the look-alike has no drawing for, named as the platform does. */
export type PartView =
  | { kind: "image" | "audio" | "video" | "file"; url: string; name: string | null }
  | { kind: "sticker"; url: string; stickerId: string }
  | { kind: "cards"; cards: CardView[] }
  | { kind: "receipt"; receipt: ReceiptView }
  | { kind: "unknown"; name: string };

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

/** A request with its answer, as it crossed. `way` is seen from Comptoir: "in" is a webhook, "out" a call of the Graph API. */
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
