import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { members, shops } from "./shops";

/** Some of a shop's members under a name, who share what is given to them. A removed team keeps its row until nothing is its own. */
export const teams = pgTable(
  "teams",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    name: text("name").notNull(),
    /** Whether what the team is given goes to its members in turn. */
    roundRobin: boolean("round_robin").notNull().default(false),
    /** A member who holds so many open conversations is given no more in turn. */
    cap: integer("cap").notNull().default(12),
    /** Whether new conversations are given to it; one team of a shop at most. */
    takesNew: boolean("takes_new").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
    removedAt: at("removed_at"),
  },
  (t) => [
    unique().on(t.shopId, t.id),
    uniqueIndex("teams_name").on(t.shopId, sql`lower(name)`).where(sql`removed_at is null`),
    uniqueIndex("teams_takes_new").on(t.shopId).where(sql`takes_new and removed_at is null`),
    check("teams_cap", sql`cap > 0`),
    tenantPolicy(),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    shopId: shopId(),
    teamId: uuid("team_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.memberId] }),
    foreignKey({ columns: [t.shopId, t.teamId], foreignColumns: [teams.shopId, teams.id] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    index("teams_of_member").on(t.shopId, t.memberId),
    tenantPolicy(),
  ],
);
