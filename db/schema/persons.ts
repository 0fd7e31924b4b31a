import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
