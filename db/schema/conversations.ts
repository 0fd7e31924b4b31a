import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channels, identities } from "./channels";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts, PURPOSES } from "./contacts";
import type { ORDER_STATUSES } from "./orders";
import type { SendActions, SendActionsDone } from "./send-actions";
import { members } from "./shops";
import { teams } from "./teams";

/** `snoozed` is put away until a time and comes back by itself; `spam` stays away whatever is written there. */
export const STATUSES = ["open", "snoozed", "closed", "spam"] as const;
/** By rank: the higher stands first. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
/**
 * How a list is ordered: the latest message first, who waits longest, the window that ends next, what matters most, who
 * bought most.
 */
export const LIST_ORDERS = ["newest", "waiting", "ending", "priority", "value"] as const;
export const AUTHORS = ["contact", "member", "app", "system"] as const;
/**
 * `scheduled`: it waits for its `send_at`, and is decided again then. `sending`: handed to the platform, answer
 * awaited. `unconfirmed`: no answer came; its echo settles it.
 */
export const DELIVERIES = ["received", "scheduled", "queued", "sending", "unconfirmed", "sent", "failed"] as const;
/** `note`: written for the team alone; it never leaves the shop. */
export const MESSAGE_KINDS = ["text", "receipt", "template", "event", "note"] as const;
export const ATTACHMENT_KINDS = ["image", "audio", "video", "file", "sticker"] as const;

/** What a message carries beside its words. Every field is there only when it is meant. */
export type MessagePayload = {
  /** What is done with the conversation when it is sent, and what of that was done. */
  actions?: SendActions;
  actionsDone?: SendActionsDone;
  /** Answers the shopper may tap; they vanish with the next message. */
  quickReplies?: { title: string; payload: string }[];
  /** One of our own stickers, by its name; the message's words say what it shows. */
  sticker?: string;
  /** What she tapped: a quick reply's, a button's or a menu item's payload. */
  tapped?: { way: "quick_reply" | "postback"; payload: string };
  /** A generic, button, media or utility template, in the platform's own words. */
  template?: Record<string, unknown>;
  /** Links and shared posts without a file of their own. */
  shared?: { title: string | null; url: string | null }[];
  /** Places on the map, in degrees; the message's words name them too. */
  locations?: { lat: number; long: number; title: string | null; url: string | null }[];
  /** Where she came from. */
  referral?: { source: string | null; ref: string | null; adId: string | null };
  /** Who sent it when it was not us: the Page's inbox on Facebook, or another app. */
  sentFrom?: "page_inbox" | "other_app";
  /** Members named in a note, each as its words name her. */
  mentions?: { memberId: string; name: string }[];
};

/** Why the platform refused a message: a key of the message catalogue `messenger`, and the platform's own numbers. */
export type SendProblem = { key: string; code: number | null; subcode: number | null; trace: string | null };

/** What the permission rule said of a message at the moment of sending, and of which facts. */
export type SendRecord = {
  /** The version of the rule that decided. */
  version: string;
  at: string;
  outcome: "allowed" | "later" | "refused";
  rule: string;
  /** SHA-256 of the facts it was decided on, as canonical JSON. */
  facts: string;
  /** The sentence of a refusal. */
  key?: string;
  params?: Record<string, string | number>;
};

const seq = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** What a conversation was until a member closed it or moved it to Spam. Instants are ISO 8601. */
export type BeforeRest = {
  status: (typeof STATUSES)[number];
  snoozedUntil: string | null;
  waitingSince: string | null;
  memberReadSeq: number;
};

/** What happened in a thread without anybody writing. */
export type ThreadEvent =
  | { type: "assigned"; byMemberId: string; toMemberId: string | null; byName: string; toName: string | null }
  | { type: "team_assigned"; byMemberId: string; teamId: string; byName: string; teamName: string }
  /** The team gave it to the member whose turn it was. */
  | { type: "given_in_turn"; toMemberId: string; toName: string; teamName: string }
  /** It came back while its holder was away, and waits for the team, or for anybody. */
  | { type: "left_by_away"; memberId: string; name: string; teamName: string | null }
  | { type: "reopened" | "woken" | "not_spam"; byMemberId: string | null; byName: string | null }
  /** `before`: what it is put back to when this is undone. `messageId`: the message that was sent with it. */
  | {
      type: "closed" | "spam" | "blocked";
      byMemberId: string | null;
      byName: string | null;
      before?: BeforeRest;
      messageId?: string;
    }
  /** `until`: ISO 8601. */
  | { type: "snoozed"; byMemberId: string; byName: string; until: string; messageId?: string }
  | { type: "prioritised"; byMemberId: string; byName: string; priority: (typeof PRIORITIES)[number] }
  | { type: "permission_given" | "permission_withdrawn" | "permission_refused"; purposes: (typeof PURPOSES)[number][] }
  | { type: "paused"; until: string }
  /** The events with words that go out to her: `SAID_EVENTS` names them. */
  | { type: "stop_confirmed" | "permissions_shown" }
  /** She asked in Messenger's menu what the shop may send. */
  | { type: "permissions_asked" }
  | { type: "resumed" | "shop_blocked" | "shop_unblocked" }
  | { type: "signed_in"; name: string }
  | { type: "order_placed"; orderId: string; number: string }
  | { type: "joined"; way: "reference" | "login_connect" | "account_linking" | "merge"; name: string }
  | { type: "opted_in"; way: string }
  /** She came back to the thread without writing: by an advertisement, or by what carries nothing of ours. */
  | { type: "came_from"; source: string | null; adId: string | null; adTitle: string | null }
  /** Her account at the shop itself, on Messenger. */
  | { type: "account_linked" | "account_unlinked" }
  | { type: "thread_taken" | "thread_given"; app: string | null }
  | { type: "scheduled" | "schedule_cancelled"; byName: string | null; sendAt: string }
  | { type: "feedback"; score: string | null; text: string | null };

export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    identityId: uuid("identity_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    status: text("status", { enum: STATUSES }).notNull().default("open"),
    /** When it comes back; null unless it is snoozed. */
    snoozedUntil: at("snoozed_until"),
    /** A place in PRIORITIES. */
    priority: smallint("priority").notNull().default(1),
    assigneeId: uuid("assignee_id"),
    /** The team it was given to; it stays with the team while a member holds it. */
    teamId: uuid("team_id"),
    lastSeq: seq("last_seq"),
    /** The message the list shows: the latest by the time it was written, whatever order messages came in. */
    latestSeq: seq("latest_seq"),
    memberReadSeq: seq("member_read_seq"),
    /** How far members had read before the mark was last lowered: what the shopper was shown is not taken back. */
    shownReadSeq: seq("shown_read_seq"),
    contactDeliveredSeq: seq("contact_delivered_seq"),
    contactReadSeq: seq("contact_read_seq"),
    unread: integer("unread").notNull().default(0),
    waitingSince: at("waiting_since"),
    lastContactAt: at("last_contact_at"),
    firstAnsweredAt: at("first_answered_at"),
    windowExpiresAt: at("window_expires_at"),
    /**
     * What is known of the contact, for lists: what she bought (minor units), her latest order, her language, what she
     * allows.
     */
    value: bigint("value", { mode: "number" }).notNull().default(0),
    latestOrder: text("latest_order").$type<(typeof ORDER_STATUSES)[number]>(),
    language: text("language"),
    allows: text("allows").array().$type<(typeof PURPOSES)[number][]>().notNull().default(sql`'{}'::text[]`),
    /** How she said it went the last time she was asked, 1 to 5. */
    rating: smallint("rating"),
    /** The app that holds the thread when it is not ours (Conversation Routing). */
    threadOwner: text("thread_owner"),
    lastMessageAt: at("last_message_at").notNull().defaultNow(),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.identityId], foreignColumns: [identities.shopId, identities.id] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    foreignKey({ columns: [t.shopId, t.assigneeId], foreignColumns: [members.shopId, members.id] }),
    foreignKey({ columns: [t.shopId, t.teamId], foreignColumns: [teams.shopId, teams.id] }),
    unique().on(t.shopId, t.id),
    uniqueIndex("one_open_conversation_per_identity").on(t.identityId).where(sql`status in ('open', 'snoozed')`),
    check("snoozed_until_a_time", sql`(status = 'snoozed') = (snoozed_until is not null)`),
    check("known_priority", sql`priority between 0 and 3`),
    index("conversations_by_status").on(t.shopId, t.status, t.lastMessageAt.desc(), t.id.desc()),
    index("conversations_by_priority").on(t.shopId, t.status, t.priority, t.lastMessageAt.desc(), t.id.desc()),
    index("conversations_by_waiting")
      .on(t.shopId, t.status, t.waitingSince, t.id)
      .where(sql`waiting_since is not null`),
    index("conversations_by_value").on(t.shopId, t.status, t.value.desc(), t.id.desc()),
    index("conversations_by_waking").on(t.shopId, t.snoozedUntil, t.id).where(sql`snoozed_until is not null`),
    index("conversations_by_assignee").on(t.shopId, t.assigneeId, t.status, t.lastMessageAt.desc(), t.id.desc()),
    index("conversations_by_team")
      .on(t.shopId, t.teamId, t.status, t.lastMessageAt.desc(), t.id.desc())
      .where(sql`team_id is not null`),
    index("conversations_by_window")
      .on(t.shopId, t.windowExpiresAt, t.id)
      .where(sql`status = 'open' and window_expires_at is not null`),
    index("conversations_by_change").on(t.shopId, t.updatedAt, t.id),
    index("conversations_by_contact").on(t.shopId, t.contactId, t.lastMessageAt.desc()),
    tenantPolicy(),
  ],
);

export const messages = pgTable(
  "messages",
  {
    id: id(),
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    /** Gap-free in its conversation, given under the conversation's lock. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    kind: text("kind", { enum: MESSAGE_KINDS }).notNull().default("text"),
    author: text("author", { enum: AUTHORS }).notNull(),
    memberId: uuid("member_id"),
    purpose: text("purpose", { enum: PURPOSES }).notNull().default("service"),
    body: text("body").notNull().default(""),
    event: jsonb("event").$type<ThreadEvent>(),
    payload: jsonb("payload").$type<MessagePayload>(),
    /** The message this one answers: by its platform id, so that it may arrive first; on the web chat by our own. */
    replyTo: text("reply_to"),
    editedAt: at("edited_at"),
    /** When its author took it back; the words and files are gone then. */
    unsentAt: at("unsent_at"),
    problem: jsonb("problem").$type<SendProblem>(),
    decision: jsonb("decision").$type<SendRecord>(),
    /** When a scheduled message goes; null for any other. */
    sendAt: at("send_at"),
    /** Tries to send it, and when the last began. */
    attempts: integer("attempts").notNull().default(0),
    attemptedAt: at("attempted_at"),
    delivery: text("delivery", { enum: DELIVERIES }).notNull(),
    /** Chosen by the sender, so that a repeated click or retry is harmless. */
    clientKey: uuid("client_key"),
    /** The platform's id, so that a redelivered webhook is harmless. */
    externalId: text("external_id"),
    /** Raised by every update; an older copy never replaces a newer one. */
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.conversationId], foreignColumns: [conversations.shopId, conversations.id] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    unique("messages_seq").on(t.conversationId, t.seq),
    unique("messages_client_key").on(t.conversationId, t.clientKey),
    unique("messages_external_id").on(t.channelId, t.externalId),
    check("messages_scheduled", sql`(delivery = 'scheduled') = (send_at is not null)`),
    index("messages_offers").on(t.shopId, t.createdAt).where(sql`purpose = 'offers' and author <> 'contact'`),
    index("messages_failed").on(t.shopId, t.createdAt).where(sql`delivery = 'failed'`),
    index("messages_from_ads")
      .on(t.shopId, t.createdAt)
      .where(sql`event ->> 'type' = 'came_from' and event ->> 'adId' is not null`),
    index("messages_waiting").on(t.shopId, t.conversationId).where(sql`delivery in ('queued', 'scheduled')`),
    tenantPolicy(),
  ],
);

/** A file of a message. A member's upload has no message until it is sent; an incoming one no bytes until it is fetched. */
export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    shopId: shopId(),
    messageId: uuid("message_id"),
    position: integer("position").notNull().default(0),
    kind: text("kind", { enum: ATTACHMENT_KINDS }).notNull(),
    state: text("state", { enum: ["waiting", "stored", "failed"] })
      .notNull()
      .default("waiting"),
    fileName: text("file_name").notNull().default(""),
    contentType: text("content_type"),
    bytes: integer("bytes"),
    storageKey: text("storage_key").unique(),
    /** Where the platform keeps it until it is fetched; these addresses expire. */
    sourceUrl: text("source_url"),
    problem: text("problem"),
    /** What it is a copy of, where the same is sent again and again: a sticker, or the file of a saved reply. */
    copyOf: text("copy_of"),
    /** The platform's id of the uploaded file, so that it is uploaded once; a copy's is in `messenger_uploads`. */
    externalId: text("external_id"),
    uploadedBy: uuid("uploaded_by"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    foreignKey({ columns: [t.shopId, t.uploadedBy], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.messageId, t.position),
    tenantPolicy(),
  ],
);
