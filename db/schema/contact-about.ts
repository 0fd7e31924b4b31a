import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { members, shops } from "./shops";

/** What members wrote down about a contact, for the team alone. */
export const contactNotes = pgTable(
  "contact_notes",
  {
    /** Made by the browser, so that a note that is sent twice is there once. */
    id: uuid("id").notNull(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    body: text("body").notNull(),
    /** Who wrote it, or changed it last. */
    byMemberId: uuid("by_member_id").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.id] }),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    index("contact_notes_of").on(t.shopId, t.contactId, t.createdAt),
    tenantPolicy(),
  ],
);

const FIELD_KINDS = ["text", "number", "date", "choice"] as const;

/** What a shop wants to know of its contacts, by name: made the first time that somebody fills it in, or in the settings. */
export const contactFields = pgTable(
  "contact_fields",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    name: text("name").notNull(),
    kind: text("kind", { enum: FIELD_KINDS }).notNull().default("text"),
    /** What a field of the kind `choice` may hold, in the order in which it is offered. */
    choices: jsonb("choices").$type<string[]>().notNull().default([]),
    /** Where it stands among the others; those of one place by name. */
    place: integer("place").notNull().default(0),
    /** Made or changed in the settings: it stays though no contact has it. */
    defined: boolean("defined").notNull().default(false),
    /** Since when it is put away: what contacts hold in it is kept, and shown again once it is brought back. */
    archivedAt: at("archived_at"),
  },
  (t) => [
    unique().on(t.shopId, t.id),
    uniqueIndex("contact_fields_name").on(t.shopId, sql`lower(name)`),
    tenantPolicy(),
  ],
);

export const contactFieldValues = pgTable(
  "contact_field_values",
  {
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    fieldId: uuid("field_id").notNull(),
    value: text("value").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.fieldId] }),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.fieldId], foreignColumns: [contactFields.shopId, contactFields.id] }),
    index("contact_field_values_of").on(t.shopId, t.contactId),
    index("contact_field_values_in").on(t.shopId, t.fieldId),
    tenantPolicy(),
  ],
);
