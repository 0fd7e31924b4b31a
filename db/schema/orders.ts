import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { conversations, messages } from "./conversations";
import { shops } from "./shops";

export const ORDER_STATUSES = ["preparing", "shipped", "delivered", "problem", "refunded", "cancelled"] as const;

/** Where an order goes. `country` is ISO 3166-1 alpha-2; `region` is a state or department, empty where there is none. */
export type ShippingAddress = {
  street1: string;
  street2: string | null;
  postalCode: string;
  city: string;
  region: string;
  country: string;
};

/** What came off a price; `amount` is positive, in minor units. */
export type Discount = { name: string; amount: number };

/** Amounts are integers in minor units of `currency`. Null is what the storefront does not say. */
export const orders = pgTable(
  "orders",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    number: text("number").notNull(),
    contactId: uuid("contact_id"),
    customerName: text("customer_name").notNull(),
    customerEmail: text("customer_email"),
    /** Facebook's id of the customer for the storefront's app, when it was placed under her login there. */
    loginId: text("login_id"),
    status: text("status", { enum: ORDER_STATUSES }).notNull(),
    paid: boolean("paid").notNull(),
    currency: text("currency").notNull(),
    total: integer("total").notNull(),
    shipping: integer("shipping"),
    tax: integer("tax"),
    discounts: jsonb("discounts").$type<Discount[]>().notNull().default([]),
    paymentMethod: text("payment_method"),
    shipTo: jsonb("ship_to").$type<ShippingAddress>(),
    note: text("note"),
    url: text("url"),
    placedAt: at("placed_at").notNull(),
    sourceUpdatedAt: at("source_updated_at").notNull(),
    /** When its buyer was erased: from then on only its sums and its state are kept. */
    erasedAt: at("erased_at"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.shopId, t.source, t.externalId),
    index().on(t.shopId, t.contactId, t.placedAt.desc()),
    index("orders_of_login").on(t.shopId, t.loginId, t.placedAt.desc()).where(sql`login_id is not null`),
    tenantPolicy(),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    id: id(),
    shopId: shopId(),
    orderId: uuid("order_id").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    quantity: integer("quantity").notNull(),
    unitAmount: integer("unit_amount").notNull(),
    imageUrl: text("image_url"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.orderId], foreignColumns: [orders.shopId, orders.id] }).onDelete("cascade"),
    unique().on(t.orderId, t.position),
    tenantPolicy(),
  ],
);

/**
 * An order's receipt in one conversation: one message, updated in place. Where a platform keeps what was sent, a changed
 * order has another, of the next revision.
 */
export const receipts = pgTable(
  "receipts",
  {
    id: id(),
    shopId: shopId(),
    orderId: uuid("order_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    messageId: uuid("message_id").notNull(),
    revision: integer("revision").notNull().default(1),
    /** The order's version that a platform was given; null where the message shows the order as it is. */
    sentVersion: integer("sent_version"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.orderId], foreignColumns: [orders.shopId, orders.id] }),
    foreignKey({ columns: [t.shopId, t.conversationId], foreignColumns: [conversations.shopId, conversations.id] }),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    unique().on(t.conversationId, t.orderId, t.revision),
    tenantPolicy(),
  ],
);
