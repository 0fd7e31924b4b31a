import type { DELIVERIES, MESSAGE_KINDS, ThreadEvent } from "#db/schema/conversations";
import { firstName } from "#lib/shops/actor";

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
  version: number;
};

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
  createdAt: string;
};

export type VisitorMessageView = Pick<
  MessageView,
  "id" | "seq" | "version" | "kind" | "author" | "authorName" | "body" | "event" | "receipt" | "clientKey" | "createdAt"
>;

const SHOWN_EVENTS = new Set(["permission_given", "permission_withdrawn", "signed_in"]);

/**
 * A message as its shopper may see it. What she may not see (who it was assigned to, what is not sent yet) keeps its
 * place as an empty event, so that her numbering has no gap and no name of a colleague leaks.
 */
export function viewForVisitor(message: MessageView): VisitorMessageView {
  const hidden =
    message.kind === "event"
      ? !SHOWN_EVENTS.has(message.event?.type ?? "")
      : message.author !== "contact" && message.delivery !== "sent";
  return {
    id: message.id,
    seq: message.seq,
    version: message.version,
    kind: hidden ? "event" : message.kind,
    author: hidden ? "system" : message.author,
    authorName: hidden || message.author !== "member" ? null : firstName(message.authorName ?? ""),
    body: hidden ? "" : message.body,
    event: hidden ? null : message.event,
    receipt: hidden ? null : message.receipt,
    clientKey: message.author === "contact" ? message.clientKey : null,
    createdAt: message.createdAt,
  };
}
