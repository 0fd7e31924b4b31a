import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { conversations, messages } from "./conversations";
import { shops } from "./shops";

/** Why a shopper reports a message: advertising she did not want, rude words, or something untrue. */
export const REPORT_REASONS = ["advertising", "rude", "deceiving"] as const;

/**
 * A shopper's report of one of the shop's messages; taken back, the row is gone. Of somebody erased it stays without its
 * message and its reason, so that no shop clears its count by erasing whoever complained.
 */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    shopId: shopId(),
    /** Who reported, as she was known then: joining contacts makes no two reporters one. */
    contactId: uuid("contact_id").notNull(),
    conversationId: uuid("conversation_id"),
    messageId: uuid("message_id"),
    /** The browser whose chat it was made in; null from her own place. No key: it outlives the browser. */
    visitorId: uuid("visitor_id"),
    reason: text("reason", { enum: REPORT_REASONS }),
    /** Against the shop's complaint budget. */
    counts: boolean("counts").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.conversationId], foreignColumns: [conversations.shopId, conversations.id] }),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    unique().on(t.shopId, t.messageId),
    index("reports_by_contact").on(t.shopId, t.contactId),
    index("reports_by_conversation").on(t.shopId, t.conversationId),
    index("reports_that_count").on(t.shopId, t.at).where(sql`counts`),
    tenantPolicy(),
  ],
);

/** How each shop stood when it was last weighed; without a row nobody ever reported it. */
export const complaintBudgets = pgTable(
  "complaint_budgets",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    state: text("state", { enum: ["good", "warned", "slowed", "stopped"] })
      .notNull()
      .default("good"),
    stoppedAt: at("stopped_at"),
    /** When the state ends by itself. */
    until: at("until"),
    /** Shoppers who reported it, and the offers it sent, in the time that counts. */
    reporters: integer("reporters").notNull().default(0),
    offers: integer("offers").notNull().default(0),
    weighedAt: at("weighed_at").notNull().defaultNow(),
  },
  () => [tenantPolicy()],
);
