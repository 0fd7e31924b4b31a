import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { conversations, messages } from "./conversations";
import { shops } from "./shops";

/** A key with which a shop's own server signs who is logged in there. Sealed as `identity_keys:<id>`; `id` is its `kid`. */
export const identityKeys = pgTable(
  "identity_keys",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    sealedSecret: text("sealed_secret").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    lastUsedAt: at("last_used_at"),
    endedAt: at("ended_at"),
  },
  (t) => [unique().on(t.shopId, t.id), tenantPolicy()],
);

/** Whether a shop's chat takes a name that its server did not sign. */
export const identityRules = pgTable(
  "identity_rules",
  {
    shopId: shopId()
      .primaryKey()
      .references(() => shops.id),
    enforced: boolean("enforced").notNull().default(false),
  },
  () => [tenantPolicy()],
);

/** A shopper's account at the shop itself, as its server signed it, and the contact it belongs to. */
export const shopAccounts = pgTable(
  "shop_accounts",
  {
    shopId: shopId(),
    /** The shop's own id of her. */
    userId: text("user_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** An address the shop says it has verified. */
    verifiedEmail: text("verified_email"),
    createdAt: at("created_at").notNull().defaultNow(),
    provenAt: at("proven_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.userId] }),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }).onDelete(
      "cascade",
    ),
    index().on(t.shopId, t.contactId),
    tenantPolicy(),
  ],
);

/** One mail that told a shopper of an answer she had not seen. `mailedAt` is set before it goes, so that it never goes twice. */
export const answerMails = pgTable(
  "answer_mails",
  {
    id: id(),
    shopId: shopId(),
    conversationId: uuid("conversation_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** The answer it told of; a mail tells of everything up to it. */
    messageId: uuid("message_id").notNull(),
    address: text("address").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    mailedAt: at("mailed_at"),
  },
  (t) => [
    foreignKey({
      columns: [t.shopId, t.conversationId],
      foreignColumns: [conversations.shopId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }).onDelete(
      "cascade",
    ),
    unique("one_mail_per_answer").on(t.shopId, t.messageId),
    index().on(t.shopId, t.contactId, t.createdAt),
    tenantPolicy(),
  ],
);

/** Who wants no mail about answers from this shop any more. */
export const mailStops = pgTable(
  "mail_stops",
  {
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    at: at("at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.contactId] }),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);
