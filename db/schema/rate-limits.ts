import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/**
 * How often something was done lately, under a hashed key that tells nobody who did it. Unlogged: a count costs no
 * write to the log, outlives a restart of ours, and is forgotten only when the database itself crashes.
 */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [index().on(t.expiresAt)],
);
