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
import { contacts } from "./contacts";
import { conversations } from "./conversations";
import { members } from "./shops";

const BULK_MESSAGE_STATES = ["running", "done", "cancelled"] as const;
const ROW_STATES = ["waiting", "sent", "scheduled", "refused"] as const;

/** One message that a member writes to many contacts; kept for some days, so that it can be read who got it. */
export const bulkMessages = pgTable(
  "bulk_messages",
  {
    id: id(),
    shopId: shopId(),
    byMemberId: uuid("by_member_id").notNull(),
    /** Chosen by the screen, so that asking again begins nothing again. */
    clientKey: uuid("client_key").notNull(),
    body: text("body").notNull(),
    purpose: text("purpose", { enum: ["service", "offers"] }).notNull(),
    state: text("state", { enum: BULK_MESSAGE_STATES }).notNull(),
    /** Whom it is meant for, while they are being written down: to be read with `ContactFilter` of lib/contacts. Else null. */
    filter: jsonb("filter"),
    /** The contact up to whom they are written down, in order of their ids. */
    listedTo: uuid("listed_to"),
    /** For how many contacts it is meant, of those who are written down. */
    total: integer("total").notNull(),
    sent: integer("sent").notNull().default(0),
    scheduled: integer("scheduled").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** How many of those scheduled were taken back when it was stopped; they are among those left. */
    withdrawn: integer("withdrawn").notNull().default(0),
    /** Why it ended before its end, where the member did not end it. */
    stoppedBy: text("stopped_by", { enum: ["removed"] }),
    /** Raised whenever it begins or ends: a job that began under an older one stops. */
    version: integer("version").notNull().default(1),
    /** Somebody has read how it ended. */
    read: boolean("read").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    unique("bulk_messages_client_key").on(t.shopId, t.byMemberId, t.clientKey),
    index("bulk_messages_by_member").on(t.shopId, t.byMemberId, t.createdAt),
    tenantPolicy(),
  ],
);

/** A contact for whom it was meant, and what became of it. */
export const bulkMessageRows = pgTable(
  "bulk_message_rows",
  {
    shopId: shopId(),
    bulkMessageId: uuid("bulk_message_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    state: text("state", { enum: ROW_STATES }).notNull().default("waiting"),
    /** How often it was begun with: raised before it is tried, so that one that kills its worker is not tried for ever. */
    tries: integer("tries").notNull().default(0),
    /** Where it went, or would have gone. */
    conversationId: uuid("conversation_id"),
    /** The scheduled message; it may have gone since, and may have been cleared. */
    messageId: uuid("message_id"),
    /** When a scheduled one was to go at first. */
    sendAt: at("send_at"),
    /** Why it did not go, as the key of a sentence and what fills it in, but for her name. */
    problem: text("problem"),
    params: jsonb("params").$type<Record<string, string | number>>(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkMessageId, t.contactId] }),
    foreignKey({
      columns: [t.shopId, t.bulkMessageId],
      foreignColumns: [bulkMessages.shopId, bulkMessages.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.conversationId], foreignColumns: [conversations.shopId, conversations.id] }),
    index("bulk_message_rows_of_contact").on(t.shopId, t.contactId),
    index("bulk_message_rows_of_conversation").on(t.shopId, t.conversationId),
    tenantPolicy(),
  ],
);
