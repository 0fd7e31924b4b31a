import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { persons } from "./persons";
import { shops } from "./shops";

export const PURPOSES = ["service", "order_updates", "offers"] as const;
/** `voided` says that one record of the same contact, named in its proof, was never hers: a merge was undone. */
export const CONSENT_ACTIONS = [
  "granted",
  "refreshed",
  "withdrawn",
  "refused",
  "expired",
  "objected",
  "voided",
] as const;
export const CONSENT_ACTS = [
  "connect_dialog",
  "chat_card",
  "my_permissions",
  "stop_word",
  "checkout",
  "login_connect",
  "merge_undone",
] as const;

/** A shopper as one shop knows them. Without a person it is a visitor nobody has named. */
export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    personId: uuid("person_id").references(() => persons.id),
    name: text("name").notNull().default(""),
    email: text("email"),
    locale: text("locale"),
    city: text("city"),
    timeZone: text("time_zone"),
    /** Since when she wants nothing from the shop. */
    blockedAt: at("blocked_at"),
    /** Since when the shop wants nothing from her: what she writes goes to Spam. */
    spamAt: at("spam_at"),
    mergedInto: uuid("merged_into"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    unique().on(t.shopId, t.id),
    unique().on(t.shopId, t.personId),
    index().on(t.personId),
    index().on(t.shopId, t.lastSeenAt.desc(), t.id),
    foreignKey({ columns: [t.shopId, t.mergedInto], foreignColumns: [t.shopId, t.id] }),
    tenantPolicy(),
  ],
);

/** The exact words a person was shown when asked. Shipped with the product; never changed, only added to. */
export const consentTexts = pgTable(
  "consent_texts",
  {
    version: text("version").notNull(),
    purpose: text("purpose", { enum: PURPOSES }).notNull(),
    locale: text("locale").notNull(),
    text: text("text").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.version, t.purpose, t.locale] })],
);

/** The ledger: who allowed what, when, by which act. The application may add to it and read it, nothing else. */
export const consentRecords = pgTable(
  "consent_records",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    purpose: text("purpose", { enum: PURPOSES }).notNull(),
    action: text("action", { enum: CONSENT_ACTIONS }).notNull(),
    act: text("act", { enum: CONSENT_ACTS }).notNull(),
    textVersion: text("text_version").notNull(),
    locale: text("locale").notNull(),
    source: text("source").notNull(),
    proof: jsonb("proof").$type<Record<string, string>>().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({
      columns: [t.textVersion, t.purpose, t.locale],
      foreignColumns: [consentTexts.version, consentTexts.purpose, consentTexts.locale],
    }),
    index().on(t.shopId, t.contactId, t.at),
    tenantPolicy(),
  ],
);
