/** The visitor API's answers, as far as the chat reads them. Times are ISO strings; money is integer minor units. */

export type Purpose = "service" | "order_updates" | "offers";

export const purposes: readonly Purpose[] = ["service", "order_updates", "offers"];

export type ReceiptView = {
  orderId: string;
  number: string;
  status: "preparing" | "shipped" | "delivered" | "problem" | "refunded" | "cancelled";
  paid: boolean;
  currency: string;
  total: number;
  lines: readonly { title: string; quantity: number; unitAmount: number; imageUrl: string | null }[];
  note: string | null;
  url: string | null;
  sums?: readonly {
    kind: "subtotal" | "shipping" | "discount" | "tax" | "tax_included";
    name: string | null;
    amount: number;
  }[];
  paymentMethod?: string | null;
  shipTo?: { street1: string; street2: string | null; postalCode: string; city: string } | null;
  version: number;
};

/** A file of a message; `url` is null until its bytes are kept. */
export type FileView = {
  id: string;
  kind: "image" | "audio" | "video" | "file" | "sticker";
  fileName: string;
  bytes: number | null;
  url: string | null;
};

export type VisitorMessageView = {
  id: string;
  seq: number;
  version: number;
  kind: "text" | "receipt" | "event";
  author: "contact" | "member" | "app" | "system";
  authorName: string | null;
  body: string;
  event: { type: string; purposes?: readonly Purpose[]; name?: string } | null;
  receipt: ReceiptView | null;
  attachments: readonly FileView[];
  /** It sells something: the way to stop stands under it. */
  offer?: boolean;
  /** Answers she may tap while nothing comes after the message. */
  quickReplies: readonly string[];
  /** One of our own stickers, by its name. */
  sticker: string | null;
  /** The message it answers. */
  replyTo?: string | null;
  reactions?: readonly { author: "contact" | "member"; emoji: string }[];
  edited?: boolean;
  /** Its author took it back: nothing of it is left. */
  unsent?: boolean;
  clientKey: string | null;
  createdAt: string;
};

export type SessionView = {
  shop: { name: string; slug: string; locale: string };
  visitorId: string | null;
  /** Opened by the link of a mail: this conversation may be read and answered, and nothing else. */
  byMail: boolean;
  /** Whose chat this was proven to be, as a name of no meaning; another one is another person. */
  proven: string | null;
  person: { name: string } | null;
  conversation: {
    id: string;
    lastSeq: number;
    contactDeliveredSeq: number;
    contactReadSeq: number;
    memberReadSeq: number;
    closed: boolean;
    /** The messages she reported, by their ids. */
    reported: readonly string[];
  } | null;
  messages: readonly VisitorMessageView[];
  /** How it went, as she is asked since it was closed, or said and may still change. */
  rating: { seq: number; score: number | null; comment: string } | null;
  permissions: Record<Purpose, { state: "on" | "off" | "not_given"; at: string | null }>;
  mayAsk: boolean;
  messenger: boolean;
  /** What the shop says by itself; empty where it says nothing. */
  greeting: string;
  /** How long an answer takes, as measured; null where that is not known. */
  replyMinutes: number | null;
  /** While the shop is closed. */
  away: { text: string; opensAt: string | null } | null;
  /** First names of those who are there. */
  team: readonly string[];
  /** What may be asked for. */
  asks: readonly Purpose[];
  /** The address she confirmed: mails tell of answers there. */
  email: string | null;
  /** Whether she may leave one. */
  takesEmail: boolean;
  permissionsUrl: string | null;
  texts: { version: string } & Record<Purpose, string>;
  realtime: { key: string; host: string; port: number; tls: boolean };
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Whether this is a message the timeline can hold. What fails is a server fault: it is fetched again, never drawn. */
export function isMessage(value: unknown): value is VisitorMessageView {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.body === "string" &&
    typeof value.author === "string" &&
    Number.isInteger(value.seq) &&
    Number.isInteger(value.version)
  );
}

/** Whether this is a session the chat can draw. */
export function isSession(value: unknown): value is SessionView {
  return isRecord(value) && isRecord(value.shop) && Array.isArray(value.messages) && value.messages.every(isMessage);
}

/** The record itself, or an empty one: for reading fields of something untrusted. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
