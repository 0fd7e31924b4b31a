import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channels, identities } from "./channels";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts, PURPOSES } from "./contacts";
import { members, shops } from "./shops";

export const AUTHORS = ["contact", "member", "app", "system"] as const;
export const DELIVERIES = ["received", "queued", "sent", "failed"] as const;
export const MESSAGE_KINDS = ["text", "receipt", "event"] as const;

const seq = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** What happened in a thread without anybody writing. */
export type ThreadEvent =
  | { type: "assigned"; byMemberId: string; toMemberId: string | null; byName: string; toName: string | null }
  | { type: "closed" | "reopened"; byMemberId: string | null; byName: string | null }
  | { type: "permission_given" | "permission_withdrawn" | "permission_refused"; purposes: (typeof PURPOSES)[number][] }
  | { type: "signed_in"; name: string }
  | { type: "order_placed"; orderId: string; number: string };

export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    identityId: uuid("identity_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    status: text("status", { enum: ["open", "closed"] })
      .notNull()
      .default("open"),
    assigneeId: uuid("assignee_id"),
    lastSeq: seq("last_seq"),
    memberReadSeq: seq("member_read_seq"),
    contactDeliveredSeq: seq("contact_delivered_seq"),
    contactReadSeq: seq("contact_read_seq"),
    unread: integer("unread").notNull().default(0),
    waitingSince: at("waiting_since"),
    lastContactAt: at("last_contact_at"),
    firstAnsweredAt: at("first_answered_at"),
    windowExpiresAt: at("window_expires_at"),
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
    unique().on(t.shopId, t.id),
    uniqueIndex("one_open_conversation_per_identity").on(t.identityId).where(sql`status = 'open'`),
    index("conversations_by_status").on(t.shopId, t.status, t.lastMessageAt.desc(), t.id.desc()),
    index("conversations_by_assignee").on(t.shopId, t.assigneeId, t.status, t.lastMessageAt.desc(), t.id.desc()),
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
    tenantPolicy(),
  ],
);

export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    shopId: shopId(),
    messageId: uuid("message_id").notNull(),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    bytes: integer("bytes").notNull(),
    storageKey: text("storage_key").notNull().unique(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    index().on(t.shopId, t.messageId),
    tenantPolicy(),
  ],
);

/** How many conversations each view of a shop holds, kept by a trigger; `version` grows with every change. */
export const conversationCounts = pgTable(
  "conversation_counts",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    open: integer("open").notNull().default(0),
    unassigned: integer("unassigned").notNull().default(0),
    closed: integer("closed").notNull().default(0),
    version: integer("version").notNull().default(0),
  },
  () => [tenantPolicy()],
);

/** How many open conversations each member holds, kept by the same trigger. */
export const memberCounts = pgTable(
  "member_counts",
  { shopId: shopId(), memberId: uuid("member_id").notNull(), open: integer("open").notNull().default(0) },
  (t) => [
    primaryKey({ columns: [t.shopId, t.memberId] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    tenantPolicy(),
  ],
);
