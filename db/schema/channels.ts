import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { shops } from "./shops";

export const CHANNEL_KINDS = ["web_chat", "messenger"] as const;

export const channels = pgTable(
  "channels",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    kind: text("kind", { enum: CHANNEL_KINDS }).notNull(),
    externalId: text("external_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [unique().on(t.shopId, t.id), unique().on(t.shopId, t.kind, t.externalId), tenantPolicy()],
);

/** A contact on one channel. */
export const identities = pgTable(
  "identities",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    externalId: text("external_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.channelId, t.externalId),
    index().on(t.shopId, t.contactId),
    tenantPolicy(),
  ],
);

/** A browser that wrote in the web chat. Only the hash of its cookie is kept. */
export const visitors = pgTable(
  "visitors",
  {
    id: id(),
    shopId: shopId(),
    identityId: uuid("identity_id").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    locale: text("locale").notNull(),
    page: text("page"),
    signedIn: at("signed_in"),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.identityId], foreignColumns: [identities.shopId, identities.id] }),
    unique().on(t.shopId, t.id),
    index().on(t.shopId, t.identityId),
    tenantPolicy(),
  ],
);

/** One opening of the Connect popup, from the chat that asked to the chat that is joined to the person. */
export const connectRequests = pgTable(
  "connect_requests",
  {
    id: id(),
    shopId: shopId(),
    visitorId: uuid("visitor_id").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    codeChallenge: text("code_challenge").notNull(),
    codeHash: text("code_hash").unique(),
    contactId: uuid("contact_id"),
    locale: text("locale").notNull(),
    source: text("source").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    completedAt: at("completed_at"),
    redeemedAt: at("redeemed_at"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.visitorId], foreignColumns: [visitors.shopId, visitors.id] }),
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    tenantPolicy(),
  ],
);
