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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { conversations, LIST_ORDERS } from "./conversations";
import { members, shops } from "./shops";
import { teams } from "./teams";

/** How many conversations each view of a shop holds, kept by a trigger; `version` grows with every change. */
export const conversationCounts = pgTable(
  "conversation_counts",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    open: integer("open").notNull().default(0),
    unassigned: integer("unassigned").notNull().default(0),
    snoozed: integer("snoozed").notNull().default(0),
    closed: integer("closed").notNull().default(0),
    spam: integer("spam").notNull().default(0),
    version: integer("version").notNull().default(0),
  },
  () => [tenantPolicy()],
);

/** What conversations of a shop are about: a name and one of the hues of the design. */
export const tags = pgTable(
  "tags",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    name: text("name").notNull(),
    hue: integer("hue").notNull(),
    /** Since when it is being taken off everything, to be removed; `intoId`: the tag that comes in its place. */
    leavingSince: at("leaving_since"),
    intoId: uuid("into_id"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique().on(t.shopId, t.id),
    foreignKey({ columns: [t.shopId, t.intoId], foreignColumns: [t.shopId, t.id] }),
    uniqueIndex("tags_name").on(t.shopId, sql`lower(name)`),
    tenantPolicy(),
  ],
);

export const conversationTags = pgTable(
  "conversation_tags",
  {
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    tagId: uuid("tag_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.tagId] }),
    foreignKey({ columns: [t.shopId, t.conversationId], foreignColumns: [conversations.shopId, conversations.id] }),
    foreignKey({ columns: [t.shopId, t.tagId], foreignColumns: [tags.shopId, tags.id] }),
    index("conversations_of_tag").on(t.shopId, t.tagId, t.conversationId),
    tenantPolicy(),
  ],
);

/** A way to look at the shop's conversations, kept by a member for herself or for everybody. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    shopId: shopId(),
    memberId: uuid("member_id").notNull(),
    shared: boolean("shared").notNull(),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<object>().notNull(),
    order: text("order", { enum: LIST_ORDERS }).notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    tenantPolicy(),
  ],
);

/** How many open conversations each tag is on, kept by the triggers. */
export const tagCounts = pgTable(
  "tag_counts",
  { shopId: shopId(), tagId: uuid("tag_id").notNull(), open: integer("open").notNull().default(0) },
  (t) => [
    primaryKey({ columns: [t.shopId, t.tagId] }),
    foreignKey({ columns: [t.shopId, t.tagId], foreignColumns: [tags.shopId, tags.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
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

/** How many open conversations each team has, whoever holds them, kept by the same trigger. */
export const teamCounts = pgTable(
  "team_counts",
  { shopId: shopId(), teamId: uuid("team_id").notNull(), open: integer("open").notNull().default(0) },
  (t) => [
    primaryKey({ columns: [t.shopId, t.teamId] }),
    foreignKey({ columns: [t.shopId, t.teamId], foreignColumns: [teams.shopId, teams.id] }),
    tenantPolicy(),
  ],
);

/** How many open conversations name each member in their notes, kept by the triggers. */
export const mentionCounts = pgTable(
  "mention_counts",
  { shopId: shopId(), memberId: uuid("member_id").notNull(), open: integer("open").notNull().default(0) },
  (t) => [
    primaryKey({ columns: [t.shopId, t.memberId] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    tenantPolicy(),
  ],
);
