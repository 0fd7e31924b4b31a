import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgPolicy, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { persons } from "./persons";

export const ROLES = ["owner", "admin", "agent"] as const;

/**
 * Some of a member's hours, in minutes after the midnight that its day begins with, by the shop's clocks; past 1440 it
 * ends on the next day.
 */
export type WorkingSpan = { from: number; to: number };

export const shops = pgTable(
  "shops",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    domains: text("domains").array().notNull().default(sql`'{}'::text[]`),
    timeZone: text("time_zone").notNull(),
    currency: text("currency").notNull(),
    locales: text("locales").array().notNull(),
    colour: text("colour").notNull().default("#23513a"),
    /** Since when the inbox no longer shows what a new shop does first. */
    stepsPutAwayAt: at("steps_put_away_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  () => [
    pgPolicy("tenant", {
      as: "permissive",
      for: "all",
      to: "public",
      using: sql`id = app_shop_id()`,
      withCheck: sql`id = app_shop_id()`,
    }),
  ],
);

/** A person of the shop. A removed member keeps the row, so that what was written keeps its author. */
export const members = pgTable(
  "members",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at"),
    /** Since when she is away by her own word; null where she is not. */
    awaySince: at("away_since"),
    /** Her working hours, Monday first, seven days; null: she has none, and is there until she says otherwise. */
    hours: jsonb("hours").$type<WorkingSpan[][]>(),
    /** Until when she is available outside her hours, by her own word. */
    availableUntil: at("available_until"),
    /** When she was last given a conversation in turn. */
    lastGivenAt: at("last_given_at"),
    removedAt: at("removed_at"),
  },
  (t) => [unique().on(t.shopId, t.id), unique().on(t.shopId, t.personId), index().on(t.personId), tenantPolicy()],
);

/** A link that lets one person join. Only the hash of its token is kept. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    shopId: shopId(),
    tokenHash: text("token_hash").notNull().unique(),
    role: text("role", { enum: ROLES }).notNull(),
    invitedBy: uuid("invited_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
    usedBy: uuid("used_by"),
    cancelledAt: at("cancelled_at"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.invitedBy], foreignColumns: [members.shopId, members.id] }),
    foreignKey({ columns: [t.shopId, t.usedBy], foreignColumns: [members.shopId, members.id] }),
    tenantPolicy(),
  ],
);

/** A shop's own code that sends us orders. The secret is sealed. */
export const connections = pgTable(
  "connections",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    kind: text("kind", { enum: ["storefront"] }).notNull(),
    name: text("name").notNull(),
    sealedSecret: text("sealed_secret").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [unique().on(t.shopId, t.id), tenantPolicy()],
);
