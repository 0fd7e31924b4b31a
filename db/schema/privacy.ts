import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { members, shops } from "./shops";

export const REQUEST_KINDS = ["access", "erasure"] as const;
/** `retention`: nobody asked; the time for which the shop may hold her is over. */
const REQUEST_ORIGINS = ["me", "member", "retention"] as const;

/** What a shopper asked of a shop about her data, by when it must be done, and what shows that it was. */
export const dataRequests = pgTable(
  "data_requests",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    kind: text("kind", { enum: REQUEST_KINDS }).notNull(),
    /** She asked in her own place, a member wrote down what she asked otherwise, or nobody asked. */
    origin: text("origin", { enum: REQUEST_ORIGINS }).notNull(),
    byMemberId: uuid("by_member_id"),
    askedAt: at("asked_at").notNull(),
    /** One month after she asked, or up to two more with the reason she was given. Source: GDPR art. 12(3). */
    dueAt: at("due_at").notNull(),
    extensionReason: text("extension_reason"),
    state: text("state", { enum: ["open", "running", "done"] }).notNull(),
    /** An erasure's progress, in things to erase. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    /** What shows who asked and what was done: ids and numbers only. */
    proof: jsonb("proof").$type<Record<string, string | number>>().notNull(),
    completedAt: at("completed_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    uniqueIndex("one_open_request_of_a_kind").on(t.shopId, t.contactId, t.kind).where(sql`state <> 'done'`),
    index("data_requests_by_due").on(t.shopId, t.state, t.dueAt, t.id),
    index("data_requests_by_contact").on(t.shopId, t.contactId, t.askedAt),
    tenantPolicy(),
  ],
);

/** A file of contacts made for a member: written part by part, and gone after a day. */
export const contactExports = pgTable(
  "contact_exports",
  {
    id: id(),
    shopId: shopId(),
    byMemberId: uuid("by_member_id").notNull(),
    /** Which contacts are meant: to be read with `ContactFilter` of lib/contacts. */
    filter: jsonb("filter").notNull(),
    ids: jsonb("ids").$type<string[]>(),
    /** The custom fields that are its last columns, as they were when it began. */
    fields: jsonb("fields").$type<{ id: string; name: string }[]>().notNull().default([]),
    state: text("state", { enum: ["running", "ready"] }).notNull(),
    cursor: text("cursor"),
    parts: integer("parts").notNull().default(0),
    done: integer("done").notNull().default(0),
    expiresAt: at("expires_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    tenantPolicy(),
  ],
);

/** For how long a shop keeps what, in months, where its owner chose; null: the usual time. */
export const keptTimes = pgTable(
  "kept_times",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    /** What was said, from when it was said. */
    messages: integer("messages"),
    /** Who never bought, from when she was last there. */
    prospects: integer("prospects"),
    /** Who bought, from when she was last there or last bought. */
    customers: integer("customers"),
    savedAt: at("saved_at"),
    /** Nothing that was said before is held any more. */
    clearedUntil: at("cleared_until"),
    /** When all that was over was last ended. */
    endedAt: at("ended_at"),
  },
  () => [tenantPolicy()],
);
