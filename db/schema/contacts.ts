import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { imports } from "./imports";
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
  "imported",
  "voided",
] as const;
/** On what the shop may rely. Source: GDPR article 6; `unknown` is what an import brings without evidence. */
export const CONSENT_BASES = ["consent", "soft_opt_in", "contract", "legitimate_interest", "unknown"] as const;
export const CONSENT_ACTS = [
  "connect_dialog",
  "chat_card",
  "my_permissions",
  "stop_word",
  "checkout",
  "login_connect",
  "merge_undone",
  "objection",
  "complaint",
  "expiry",
  "import",
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
    /** When she blocked the shop, or complained of it; her next message ends it. */
    blockedAt: at("blocked_at"),
    /** Until when she wants nothing but answers. */
    pausedUntil: at("paused_until"),
    /** Since when the shop wants nothing from her: what she writes goes to Spam. */
    spamAt: at("spam_at"),
    mergedInto: uuid("merged_into"),
    /** The import that made her known. */
    importId: uuid("import_id"),
    /** The last import that filled in what was empty; through a merge, also the one that made who was joined with her. */
    filledById: uuid("filled_by_id"),
    /** When everything but the id was erased. */
    erasedAt: at("erased_at"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    unique().on(t.shopId, t.id),
    unique().on(t.shopId, t.personId),
    index().on(t.personId),
    index().on(t.shopId, t.lastSeenAt.desc(), t.id),
    index("contacts_by_email").on(t.shopId, t.email),
    index("contacts_by_import").on(t.shopId, t.importId).where(sql`import_id is not null`),
    foreignKey({ columns: [t.shopId, t.mergedInto], foreignColumns: [t.shopId, t.id] }),
    foreignKey({ columns: [t.shopId, t.importId], foreignColumns: [imports.shopId, imports.id] }),
    foreignKey({ columns: [t.shopId, t.filledById], foreignColumns: [imports.shopId, imports.id] }),
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

/**
 * The ledger: who allowed what, when, by which act. It is only ever added to, by anybody. A trigger gives each record
 * its number in its shop, without a gap, and the hash that joins it to the one before, whatever was inserted for these.
 */
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
    basis: text("basis", { enum: CONSENT_BASES }).notNull().default("consent"),
    /** From then on a grant counts no more. */
    expiresAt: at("expires_at"),
    /** When she acted. */
    at: at("at").notNull().defaultNow(),
    recordedAt: at("recorded_at").notNull().defaultNow(),
    number: bigint("number", { mode: "number" }).notNull().default(0),
    /** SHA-256 of the words that `text_version` names. */
    textHash: text("text_hash").notNull().default(""),
    prevHash: text("prev_hash").notNull().default(""),
    hash: text("hash").notNull().default(""),
  },
  (t) => [
    unique("consent_records_number").on(t.shopId, t.number),
    index("consent_records_expiry").on(t.shopId, t.expiresAt).where(sql`expires_at is not null`),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({
      columns: [t.textVersion, t.purpose, t.locale],
      foreignColumns: [consentTexts.version, consentTexts.purpose, consentTexts.locale],
    }),
    index().on(t.shopId, t.contactId, t.at),
    tenantPolicy(),
  ],
);

/** Where each shop's ledger ends: how many records it has, and the hash of the last. Kept by the ledger's trigger. */
export const consentHeads = pgTable(
  "consent_heads",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    number: bigint("number", { mode: "number" }).notNull().default(0),
    hash: text("hash").notNull().default("0".repeat(64)),
  },
  () => [tenantPolicy()],
);

/**
 * Who objected to offers, by a keyed hash of an address of hers, so that it outlives her erasure. It says nothing of
 * her to whoever lacks the key. Source: GDPR article 21 (2) and (3).
 */
export const suppressions = pgTable(
  "suppressions",
  {
    shopId: shopId().references(() => shops.id),
    keyHash: text("key_hash").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.keyHash] }), tenantPolicy()],
);
