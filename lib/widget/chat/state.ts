import type { CardParts, Panel } from "./part";
import type { LiveState } from "./pusher-frames";
import { emptyTimeline, type Timeline } from "./timeline";
import type { FileView, Purpose, SessionView, VisitorMessageView } from "./views";

/** Where a link to Messenger stands. */
export type Place = "web_chat" | "receipt";

/** What a panel shows: a picture, or a message to report and how that went. */
export type PanelOf = {
  file?: FileView;
  message?: VisitorMessageView;
  report?: { saving: boolean; problem: string | null };
};

/** Everything the chat draws from. */
export type ChatState = {
  session: SessionView | null;
  timeline: Timeline;
  live: LiveState;
  /** The browser's own word on the network, and whether the last load of the session failed. */
  cut: boolean;
  /** Drawn instead of the conversation: this chat cannot be had here. */
  closedDoor: string | null;
  typing: string | null;
  memberReadSeq: number;
  seenBy: string | null;
  contactReadSeq: number;
  visible: boolean;
  text: string;
  /** The message that what stands in the box answers. */
  quoting: string;
  /** Raised each time the cursor belongs in the box, at the end of its text. */
  focused: number;
  /** Whether there may be messages above the first one held; "loading" while they are fetched. */
  earlier: "none" | "some" | "loading";
  /** Her e-mail address until it is confirmed; with a ticket, a code is on its way to it. */
  leaving: { saving: boolean; problem: string | null; email: string; ticket: string };
  asking: { ticked: readonly Purpose[]; saving: boolean; problem: string | null };
  /** New messages came below what she is reading. */
  behind: boolean;
  /** She was asked in this page's life and allowed nothing. */
  declined: boolean;
  /** What draws the rarer things, once one of them is there to be drawn. */
  parts: Partial<CardParts>;
  /** What is open over the box to write in, and what it shows. */
  panel: ({ name: "acts" | "faces" | "menu" | "picture" | "report"; part: Panel } & PanelOf) | null;
  /** The links to Messenger, while she may go on there. */
  messenger: Partial<Record<Place, string>>;
  /** `returns`: the login comes back to the shop's page, so that page may go there. */
  connect: { state: "idle" | "busy" | "blocked"; url: string; returns?: boolean; problem: string | null };
};

export const initialState: ChatState = {
  session: null,
  timeline: emptyTimeline,
  live: "connecting",
  cut: false,
  closedDoor: null,
  typing: null,
  memberReadSeq: 0,
  seenBy: null,
  contactReadSeq: 0,
  visible: false,
  text: "",
  quoting: "",
  focused: 0,
  earlier: "none",
  behind: false,
  asking: { ticked: [], saving: false, problem: null },
  declined: false,
  parts: {},
  leaving: { saving: false, problem: null, email: "", ticket: "" },
  panel: null,
  messenger: {},
  connect: { state: "idle", url: "", problem: null },
};
