import { sql } from "drizzle-orm";
import { pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "#lib/core/ids";

/** A UUIDv7 primary key, made by the application. */
export const id = () => uuid("id").primaryKey().$defaultFn(newId);

/** The shop a row belongs to; every tenant table has it, and row-level security compares it with `app.shop_id`. */
export const shopId = () => uuid("shop_id").notNull();

/** An instant. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Rows of the shop named by `app.shop_id` and no others, for reading and for writing. */
export const tenantPolicy = () =>
  pgPolicy("tenant", {
    as: "permissive",
    for: "all",
    to: "public",
    using: sql`shop_id = app_shop_id()`,
    withCheck: sql`shop_id = app_shop_id()`,
  });
