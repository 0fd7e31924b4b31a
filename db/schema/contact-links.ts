import { foreignKey, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { channels, type IdentityEvidence, identities } from "./channels";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { members } from "./shops";

/** A link from a chat or a receipt to Messenger: whoever opens it there is this contact. Works once. */
export const chatReferences = pgTable(
  "chat_references",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    source: text("source", { enum: ["web_chat", "receipt"] }).notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
    usedBy: uuid("used_by"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    foreignKey({ columns: [t.shopId, t.usedBy], foreignColumns: [identities.shopId, identities.id] }),
    unique().on(t.shopId, t.id),
    tenantPolicy(),
  ],
);

/** What a merge moved, and what stood there before, so that it can be undone. */
export type MovedByMerge = Record<"identities" | "conversations" | "orders", string[]> & {
  /** Fields of the kept contact that were empty and got the other's. */
  filled: ("name" | "email" | "locale" | "city" | "timeZone" | "blockedAt")[];
  /** How each moved identity had come to its contact, by its id. */
  evidence: Record<string, IdentityEvidence | null>;
  /** Whether the kept contact got the other's end to mails about answers. */
  stop?: true;
  /** What the merged contact had asked for about her data and still waited for. */
  requests?: string[];
};

/** Two contacts that a member, or a link, found to be one person, and what moved, so that it can be undone. */
export const contactMerges = pgTable(
  "contact_merges",
  {
    id: id(),
    shopId: shopId(),
    keptId: uuid("kept_id").notNull(),
    mergedId: uuid("merged_id").notNull(),
    byMemberId: uuid("by_member_id"),
    moved: jsonb("moved").$type<MovedByMerge>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    undoneAt: at("undone_at"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.keptId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.mergedId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    index().on(t.shopId, t.keptId),
    tenantPolicy(),
  ],
);
