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
import { conversations, type STATUSES } from "./conversations";
import { members } from "./shops";

const BULK_STATES = ["running", "done", "cancelled", "undoing", "undone"] as const;
/** `begun`: what it was before is noted, and the change itself may be done or not. `kept`: not undone. */
const ROW_STATES = ["waiting", "begun", "changed", "same", "refused", "undone", "kept"] as const;

/** One thing that a member does to every conversation of a view; kept for some days, so that it can be undone. */
export const bulkChanges = pgTable(
  "bulk_changes",
  {
    id: id(),
    shopId: shopId(),
    byMemberId: uuid("by_member_id").notNull(),
    change: jsonb("change").$type<object>().notNull(),
    state: text("state", { enum: BULK_STATES }).notNull(),
    /** How many conversations the view held when it began. */
    total: integer("total").notNull(),
    /** How many of them are done with, and the last one of those. */
    position: integer("position").notNull().default(0),
    cursor: uuid("cursor"),
    changed: integer("changed").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    undone: integer("undone").notNull().default(0),
    kept: integer("kept").notNull().default(0),
    /** Why it ended before its end, where the member did not end it. */
    stoppedBy: text("stopped_by", { enum: ["removed"] }),
    /** Raised whenever it begins or ends something: a job that began under an older one stops. */
    version: integer("version").notNull().default(1),
    /** The member has read how it ended. */
    read: boolean("read").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    index("bulk_changes_by_member").on(t.shopId, t.byMemberId, t.createdAt),
    tenantPolicy(),
  ],
);

/** How a conversation stood: only while it still stands so is it changed, or the change undone. */
export type Standing = {
  status: (typeof STATUSES)[number];
  snoozedUntil: string | null;
  memberId: string | null;
  teamId: string | null;
};

/** A conversation that the view held, and what became of it. */
export const bulkChangeRows = pgTable(
  "bulk_change_rows",
  {
    shopId: shopId(),
    bulkChangeId: uuid("bulk_change_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    state: text("state", { enum: ROW_STATES }).notNull().default("waiting"),
    /** The change that undoes it. */
    before: jsonb("before").$type<object>(),
    /** How it stood when the bulk change began, and once it is changed, right after that. */
    after: jsonb("after").$type<Standing>(),
    /** Why it was not changed, as the key of a sentence and what fills it in. */
    problem: text("problem"),
    params: jsonb("params").$type<Record<string, string | number>>(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkChangeId, t.conversationId] }),
    foreignKey({ columns: [t.shopId, t.bulkChangeId], foreignColumns: [bulkChanges.shopId, bulkChanges.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.shopId, t.conversationId], foreignColumns: [conversations.shopId, conversations.id] }),
    index("bulk_change_rows_of_conversation").on(t.shopId, t.conversationId),
    tenantPolicy(),
  ],
);
