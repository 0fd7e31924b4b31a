import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { identities } from "./channels";
import { at, shopId, tenantPolicy } from "./columns";
import { PURPOSES } from "./contacts";
import { conversations, messages } from "./conversations";
import { shops } from "./shops";

/** What the chat says in one language; empty means nothing is said. */
export type WidgetTexts = { greeting: string; away: string };
/** One opening of a day, in minutes after midnight of the shop's zone. */
export type Opening = { from: number; to: number };
/** Days on which the shop is closed, as `YYYY-MM-DD`, both included. */
export type ClosedDays = { from: string; to: string };

/** How a shop's chat looks and what it says. A shop without a row has the defaults. */
export const widgetSettings = pgTable(
  "widget_settings",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    texts: jsonb("texts").$type<Record<string, WidgetTexts>>().notNull().default({}),
    showsReplyTime: boolean("shows_reply_time").notNull().default(true),
    asks: text("asks", { enum: PURPOSES }).array().notNull().default(sql`'{service,order_updates,offers}'::text[]`),
    /** Monday first, seven days; null: always open. */
    hours: jsonb("hours").$type<Opening[][]>(),
    keepsHolidays: boolean("keeps_holidays").notNull().default(true),
    /** The shop is where Good Friday and 26 December are holidays too: for its hours, and for its offers. */
    alsaceMoselle: boolean("alsace_moselle").notNull().default(false),
    closedDays: jsonb("closed_days").$type<ClosedDays[]>().notNull().default([]),
    /** Where the launcher stands. */
    side: text("side", { enum: ["left", "right"] })
      .notNull()
      .default("right"),
    /**
     * Between which hours of her day offers go, how many in 30 days and how many days lie between two: never more than
     * the rule allows.
     */
    offersFrom: integer("offers_from").notNull().default(8),
    offersTo: integer("offers_to").notNull().default(20),
    offersAMonth: integer("offers_a_month").notNull().default(2),
    offersRestDays: integer("offers_rest_days").notNull().default(7),
    offersVersion: integer("offers_version").notNull().default(0),
    /** When and on which of its domains the shop's chat was last opened. */
    seenAt: at("seen_at"),
    seenOn: text("seen_on"),
    version: integer("version").notNull().default(0),
  },
  () => [
    check(
      "offers_within_the_rule",
      sql`offers_from >= 8 and offers_to <= 20 and offers_from < offers_to
        and offers_a_month between 1 and 2 and offers_rest_days between 7 and 90`,
    ),
    tenantPolicy(),
  ],
);

/** How long a shopper waited for an answer that a member wrote; one row per answer that ended a wait. */
export const replyWaits = pgTable(
  "reply_waits",
  {
    shopId: shopId(),
    messageId: uuid("message_id").primaryKey(),
    since: at("since").notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }).onDelete(
      "cascade",
    ),
    index("reply_waits_latest").on(t.shopId, t.at.desc()),
    tenantPolicy(),
  ],
);

/**
 * An e-mail address that somebody typed into the chat. It joins nobody with anybody, and nothing is sent to it before it
 * was confirmed with a code.
 */
export const claimedEmails = pgTable(
  "claimed_emails",
  {
    shopId: shopId(),
    identityId: uuid("identity_id").primaryKey(),
    email: text("email").notNull(),
    at: at("at").notNull().defaultNow(),
    confirmedAt: at("confirmed_at"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.identityId], foreignColumns: [identities.shopId, identities.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);

/**
 * What the storefront's page told of whoever chats on it, by name. `signed`: the shop's server had signed who that is;
 * otherwise it is the page's word alone.
 */
export const attributes = pgTable(
  "attributes",
  {
    shopId: shopId(),
    identityId: uuid("identity_id").notNull(),
    name: text("name").notNull(),
    value: jsonb("value").$type<string | number | boolean>().notNull(),
    signed: boolean("signed").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.identityId, t.name] }),
    foreignKey({ columns: [t.shopId, t.identityId], foreignColumns: [identities.shopId, identities.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);

/**
 * How a conversation went, as the shopper says: once for each time it was closed, and once for each answer to a question
 * of Messenger. Without a score she was asked and has not answered.
 */
export const ratings = pgTable(
  "ratings",
  {
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    /** The place in the conversation that it is about: where it was closed, or where Messenger told her answer. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    askedAt: at("asked_at").notNull().defaultNow(),
    /** 1 to 5. */
    score: integer("score"),
    comment: text("comment").notNull().default(""),
    answeredAt: at("answered_at"),
    /** The line of the thread that tells it. */
    messageId: uuid("message_id"),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.seq] }),
    index("ratings_by_message").on(t.shopId, t.messageId),
    check("a_score_of_five", sql`score between 1 and 5`),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    foreignKey({
      columns: [t.shopId, t.conversationId],
      foreignColumns: [conversations.shopId, conversations.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
