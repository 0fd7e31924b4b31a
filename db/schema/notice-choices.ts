import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shopId, tenantPolicy } from "./columns";
import { members } from "./shops";

/**
 * A stretch of every week: it begins on each of `days` (0 is Monday) at `from`, in minutes after midnight, and lasts to
 * the next time the clock reads `until`; where both are the same, a whole day.
 */
export type QuietStretch = { days: number[]; from: number; until: number };

/** When a member is told of nothing from a shop, by the clocks of a time zone of her own; no row: she always is. */
export const quietTimes = pgTable(
  "quiet_times",
  {
    shopId: shopId(),
    memberId: uuid("member_id").notNull(),
    timeZone: text("time_zone").notNull(),
    stretches: jsonb("stretches").$type<QuietStretch[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.memberId] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    tenantPolicy(),
  ],
);
