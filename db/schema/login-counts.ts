import { date, foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { channels } from "./channels";
import { shopId, tenantPolicy } from "./columns";

/**
 * How many logins of a day, in UTC, asked for a Page with Login Connect, and in how many of them it was allowed to write.
 * Nothing of persons.
 */
export const loginCounts = pgTable(
  "login_counts",
  {
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    logins: integer("logins").notNull(),
    allowed: integer("allowed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.channelId, t.day] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    tenantPolicy(),
  ],
);
