import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { messages } from "./conversations";
import { sessions } from "./persons";

export const AUDIENCES = ["shop", "own"] as const;

/**
 * A browser that is told of messages while none of its windows is open (Web Push). It lives as long as the session that
 * allowed it: whoever is signed out is told nothing. `audience` is what it is told of: the shops of a member, or a
 * shopper's own conversations.
 */
export const devices = pgTable(
  "devices",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    audience: text("audience", { enum: AUDIENCES }).notNull(),
    /** The address at the browser's push service, and the keys that only this browser can read by (RFC 8291). */
    endpoint: text("endpoint").notNull(),
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    locale: text("locale", { enum: ["en", "fr"] }).notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [unique().on(t.endpoint, t.audience), index().on(t.sessionId)],
);

/** What a device is told of, so that it is told once. */
export const notices = pgTable(
  "notices",
  {
    shopId: shopId(),
    messageId: uuid("message_id").notNull(),
    deviceId: uuid("device_id")
      .notNull()
      .references(() => devices.id, { onDelete: "cascade" }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.messageId, t.deviceId] }),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }).onDelete(
      "cascade",
    ),
    index().on(t.deviceId),
    tenantPolicy(),
  ],
);
