import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** A login: a member of shops, a shopper, or both. Belongs to no shop. */
export const persons = pgTable("persons", {
  id: id(),
  name: text("name").notNull().default(""),
  email: text("email"),
  emailVerified: at("email_verified"),
  image: text("image"),
  locale: text("locale"),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** Which outside account signs a person in. The outside tokens are not kept: signing in needs them once. */
export const accounts = pgTable(
  "accounts",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index().on(t.personId)],
);

/** A signed-in browser. Only the hash of its cookie is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
    userAgent: text("user_agent"),
  },
  (t) => [index().on(t.personId)],
);

/**
 * One code sent by mail to sign in with. The code itself is kept nowhere: it is derived from the id. The ticket stays
 * in the browser that asked, and only its hash here.
 */
export const mailCodes = pgTable(
  "mail_codes",
  {
    id: id(),
    ticketHash: text("ticket_hash").notNull().unique(),
    address: text("address").notNull(),
    /** How she wants to be called, for an address that is new. */
    name: text("name").notNull(),
    locale: text("locale", { enum: ["en", "fr"] }).notNull(),
    tries: integer("tries").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    /** When it was handed to the mail server; set before, so that it never goes twice. */
    mailedAt: at("mailed_at"),
    usedAt: at("used_at"),
  },
  (t) => [index().on(t.address, t.createdAt)],
);
