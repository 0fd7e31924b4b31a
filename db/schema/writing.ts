import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { conversations, messages } from "./conversations";
import { members } from "./shops";

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
    tenantPolicy(),
  ],
);

export const DRAFT_KINDS = ["reply", "note"] as const;

/** What a member is writing in a conversation, kept so that her other devices have it; an empty one was sent or emptied. */
export const drafts = pgTable(
  "drafts",
  {
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    memberId: uuid("member_id").notNull(),
    kind: text("kind", { enum: DRAFT_KINDS }).notNull(),
    body: text("body").notNull(),
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
    tenantPolicy(),
  ],
);
