import { date, foreignKey, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
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

/** At which hour of her day a member is mailed how the shop stands; null for never again. */
export const digests = pgTable(
  "digests",
  {
    shopId: shopId(),
    memberId: uuid("member_id").notNull(),
    hour: smallint("hour"),
    timeZone: text("time_zone").notNull(),
    /** The latest of her days whose digest was taken to be mailed. */
    mailedOn: date("mailed_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.memberId] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    tenantPolicy(),
  ],
);
