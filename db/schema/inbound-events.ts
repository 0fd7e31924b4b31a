import { sql } from "drizzle-orm";
import { customType, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Raw bodies as they arrived, before any shop is known. No application role may touch it but through its functions. */
export const inboundEvents = pgTable(
  "inbound_events",
  {
    id: id(),
    source: text("source").notNull(),
    connectionId: uuid("connection_id"),
    deliveryId: text("delivery_id").notNull(),
    body: bytes("body").notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
    processedAt: at("processed_at"),
    attempts: integer("attempts").notNull().default(0),
    problem: text("problem"),
  },
  (t) => [
    unique().on(t.source, t.deliveryId),
    index("inbound_events_to_prune").on(t.processedAt).where(sql`problem is null`),
  ],
).enableRLS();
