import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { attachments, conversations, messages } from "./conversations";
import { imports } from "./imports";
import type { SendActions } from "./send-actions";
import { members, shops } from "./shops";

/** A member named in a note, so that she is told of it and finds it again. */
export const mentions = pgTable(
  "mentions",
  {
    id: id(),
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    messageId: uuid("message_id").notNull(),
    memberId: uuid("member_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.shopId, t.conversationId],
      foreignColumns: [conversations.shopId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.messageId, t.memberId),
    index("mentions_by_member").on(t.shopId, t.memberId, t.createdAt.desc()),
    index("mentions_of_conversation").on(t.shopId, t.conversationId, t.memberId),
    tenantPolicy(),
  ],
);

/** `card`: a card of Messenger that is begun; its words hold the card as the screen keeps it, and what it is sent under. */
export const DRAFT_KINDS = ["reply", "note", "card"] as const;

/** What a member is writing in a conversation, kept so that her other devices have it; an empty one was sent or emptied. */
export const drafts = pgTable(
  "drafts",
  {
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    memberId: uuid("member_id").notNull(),
    kind: text("kind", { enum: DRAFT_KINDS }).notNull(),
    body: text("body").notNull(),
    /** The message that what is written answers. */
    replyTo: uuid("reply_to"),
    /** It sells something: what is sent of it has to obey what offers must. */
    offer: boolean("offer").notNull().default(false),
    /** The titles of the answers that are offered with it, as far as they are written. */
    quickReplies: text("quick_replies").array().notNull().default([]),
    /** The files she uploaded for it, in their order; one that was sent meanwhile may still stand here. */
    attachmentIds: uuid("attachment_ids").array().notNull().default([]),
    /** Raised by every change; who saves says which version it replaces. */
    version: integer("version").notNull().default(1),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.memberId, t.kind] }),
    foreignKey({
      columns: [t.shopId, t.conversationId],
      foreignColumns: [conversations.shopId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    index("drafts_with_files").on(t.shopId, t.memberId).where(sql`attachment_ids <> '{}'`),
    tenantPolicy(),
  ],
);

/** Words and files that members send again and again; without a member they are the whole shop's. */
export const savedReplies = pgTable(
  "saved_replies",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    /** Whose alone it is. */
    memberId: uuid("member_id"),
    title: text("title").notNull(),
    /** May hold `{{variables}}`, filled in when it is put into an answer. */
    body: text("body").notNull(),
    /** What is done with the conversation when an answer goes that it was put into; null for nothing. */
    actions: jsonb("actions").$type<SendActions>(),
    uses: integer("uses").notNull().default(0),
    /** The import that brought it. */
    importId: uuid("import_id"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    foreignKey({ columns: [t.shopId, t.importId], foreignColumns: [imports.shopId, imports.id] }),
    unique().on(t.shopId, t.id),
    index("saved_replies_by_import").on(t.shopId, t.importId).where(sql`import_id is not null`),
    index("saved_replies_of_shop").on(t.shopId, t.memberId),
    tenantPolicy(),
  ],
);

/** A file of a saved reply. It is copied into every answer, so that what was sent never changes. */
export const savedReplyFiles = pgTable(
  "saved_reply_files",
  {
    shopId: shopId(),
    savedReplyId: uuid("saved_reply_id").notNull(),
    attachmentId: uuid("attachment_id").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.savedReplyId, t.position] }),
    foreignKey({
      columns: [t.shopId, t.savedReplyId],
      foreignColumns: [savedReplies.shopId, savedReplies.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.shopId, t.attachmentId], foreignColumns: [attachments.shopId, attachments.id] }),
    tenantPolicy(),
  ],
);
