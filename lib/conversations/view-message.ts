import type {
  ATTACHMENT_KINDS,
  DELIVERIES,
  MESSAGE_KINDS,
  MessagePayload,
  SendProblem,
  SendRecord,
  ThreadEvent,
} from "#db/schema/conversations";
import type { ShippingAddress } from "#db/schema/orders";
import type { ProblemParams } from "#lib/core/errors";
import { firstName } from "#lib/shops/actor";
import { hasReached, isSaidEvent } from "./reached";
import type { ReceiptSum } from "./receipt-sums";

export type ReceiptView = {
  orderId: string;
  number: string;
  status: "preparing" | "shipped" | "delivered" | "problem" | "refunded" | "cancelled";
  paid: boolean;
  currency: string;
  total: number;
  lines: { title: string; quantity: number; unitAmount: number; imageUrl: string | null }[];
  note: string | null;
  url: string | null;
  /** What the total is made of, where the storefront says more than its lines. */
  sums: ReceiptSum[];
  paymentMethod: string | null;
  shipTo: ShippingAddress | null;
  version: number;
};

/** A file of a message; `url` is null until its bytes are kept. */
export type AttachmentView = {
  id: string;
  kind: (typeof ATTACHMENT_KINDS)[number];
  state: "waiting" | "stored" | "failed";
  fileName: string;
  contentType: string | null;
  bytes: number | null;
  url: string | null;
};

export type ReactionView = { author: "contact" | "member"; emoji: string };

export type MessageView = {
  id: string;
  conversationId: string;
  seq: number;
  version: number;
  kind: (typeof MESSAGE_KINDS)[number];
  author: "contact" | "member" | "app" | "system";
  memberId: string | null;
  authorName: string | null;
  body: string;
  event: ThreadEvent | null;
  receipt: ReceiptView | null;
  delivery: (typeof DELIVERIES)[number];
  purpose: "service" | "order_updates" | "offers";
  clientKey: string | null;
  attachments: AttachmentView[];
  reactions: ReactionView[];
  payload: MessagePayload | null;
  /** The message it answers, when the shop holds it. */
  replyTo: string | null;
  edited: boolean;
  /** What it said before its author changed it, the oldest first; kept of the shop's own messages in the web chat. */
  saidBefore: { body: string; until: string }[];
  /** Its author took it back: its words and files are gone. */
  unsent: boolean;
  problem: SendProblem | null;
  /** Why our own rule kept it from going, at the moment of sending; of one that waits, why it was put off by reports. */
  refusal: { key: string; params: ProblemParams } | null;
  /** When it goes, while it is scheduled. */
  sendAt: string | null;
  createdAt: string;
};

export type VisitorMessageView = Pick<
  MessageView,
  | "id"
  | "seq"
  | "version"
  | "kind"
  | "author"
  | "authorName"
  | "body"
  | "event"
  | "receipt"
  | "clientKey"
  | "attachments"
  | "reactions"
  | "replyTo"
  | "edited"
  | "unsent"
  | "createdAt"
> & {
  /** It sells something: the way to stop stands under it. */
  offer: boolean;
  /** Answers she may tap, by their titles, while nothing comes after the message. */
  quickReplies: string[];
  /** One of our own stickers, by its name. */
  sticker: string | null;
};

/**
 * Why the permission rule refused a message that failed, or holds an offer back because shoppers reported the shop; null
 * where the platform, or nobody, refused it.
 */
export function refusalOf(delivery: MessageView["delivery"], decision: SendRecord | null): MessageView["refusal"] {
  const isRefused = delivery === "failed" && decision?.outcome === "refused";
  const isHeld = delivery === "scheduled" && decision?.outcome === "later" && decision.rule === "complaint_budget";
  if (!(isRefused || isHeld) || !decision.key) return null;
  return { key: decision.key, params: decision.params ?? {} };
}

const SHOWN_EVENTS = new Set(["permission_given", "permission_withdrawn", "signed_in"]);

const isHidden = (message: MessageView) =>
  !hasReached(message) && !(message.kind === "event" && SHOWN_EVENTS.has(message.event?.type ?? ""));

/**
 * A message as its shopper may see it. What she may not see (a note, who it was assigned to, what is not sent yet) keeps
 * its place as an empty event, so that her numbering has no gap and no name of a colleague leaks.
 */
export function viewForVisitor(message: MessageView): VisitorMessageView {
  const hidden = isHidden(message);
  const confirms = isSaidEvent(message);
  return {
    id: message.id,
    seq: message.seq,
    version: message.version,
    kind: hidden ? "event" : confirms ? "text" : message.kind,
    author: hidden ? "system" : message.author,
    authorName: hidden || message.author !== "member" ? null : firstName(message.authorName ?? ""),
    body: hidden ? "" : message.body,
    event: hidden || confirms ? null : message.event,
    receipt: hidden ? null : message.receipt,
    clientKey: message.author === "contact" ? message.clientKey : null,
    attachments: hidden ? [] : message.attachments,
    reactions: hidden ? [] : message.reactions,
    replyTo: hidden ? null : message.replyTo,
    edited: !hidden && message.edited,
    unsent: !hidden && message.unsent,
    offer: !hidden && message.author !== "contact" && message.purpose === "offers",
    quickReplies: hidden ? [] : (message.payload?.quickReplies ?? []).map(({ title }) => title),
    sticker: hidden ? null : (message.payload?.sticker ?? null),
    createdAt: message.createdAt,
  };
}
