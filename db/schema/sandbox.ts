import { bigint, boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** People the sandbox's login dialog lets one be. `id` is the app-scoped user id its `/me` gives. */
export const sandboxPeople = pgTable("sandbox_people", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email"),
  note: text("note").notNull().default(""),
  position: integer("position").notNull().default(0),
});

/** A code of the sandbox's dialog: one use, one minute. */
export const sandboxCodes = pgTable("sandbox_codes", {
  codeHash: text("code_hash").primaryKey(),
  clientId: text("client_id").notNull(),
  redirectUri: text("redirect_uri").notNull(),
  personId: text("person_id")
    .notNull()
    .references(() => sandboxPeople.id, { onDelete: "cascade" }),
  scopes: text("scopes").array().notNull(),
  declined: text("declined").array().notNull().default([]),
  targets: jsonb("targets").$type<Record<string, string[]>>().notNull().default({}),
  codeChallenge: text("code_challenge"),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

/**
 * Tokens of people, of Pages (by way of a person) and of the app itself, which has no person. `targets` names the Pages
 * of a scope; a scope that is absent there reaches all. A null `expiresAt` never comes.
 */
export const sandboxTokens = pgTable("sandbox_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  clientId: text("client_id").notNull(),
  kind: text("kind", { enum: ["user", "page", "app"] })
    .notNull()
    .default("user"),
  personId: text("person_id").references(() => sandboxPeople.id, { onDelete: "cascade" }),
  pageId: text("page_id"),
  scopes: text("scopes").array().notNull(),
  declined: text("declined").array().notNull().default([]),
  targets: jsonb("targets").$type<Record<string, string[]>>().notNull().default({}),
  longLived: boolean("long_lived").notNull().default(false),
  issuedAt: at("issued_at").notNull().defaultNow(),
  dataAccessExpiresAt: at("data_access_expires_at"),
  expiresAt: at("expires_at"),
  revokedAt: at("revoked_at"),
  revokeSubcode: integer("revoke_subcode"),
});

/** The demo storefront: which shop it belongs to, and what its own server knows to sign its orders with. */
export const sandboxStorefronts = pgTable("sandbox_storefronts", {
  shopSlug: text("shop_slug").primaryKey(),
  connectionId: uuid("connection_id").notNull(),
  sealedSecret: text("sealed_secret").notNull(),
  nextNumber: bigint("next_number", { mode: "number" }).notNull().default(1100),
});

/** Orders as the demo storefront's own server keeps them, in the shape it posts. */
export const sandboxOrders = pgTable(
  "sandbox_orders",
  {
    id: id(),
    shopSlug: text("shop_slug")
      .notNull()
      .references(() => sandboxStorefronts.shopSlug, { onDelete: "cascade" }),
    order: jsonb("order").$type<Record<string, unknown>>().notNull(),
    undelivered: text("undelivered"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index().on(t.shopSlug, t.createdAt)],
);

/** What the sandbox's mailbox was handed, in the place of a mail server. */
export const sandboxMails = pgTable(
  "sandbox_mails",
  {
    id: id(),
    messageId: text("message_id").notNull().unique(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index().on(t.at)],
);
