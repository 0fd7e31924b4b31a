import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { contacts } from "./contacts";
import { shops } from "./shops";

export const CHANNEL_KINDS = ["web_chat", "messenger"] as const;

/** How an identity came to its contact: the act that joined them, when, and by whom when a member did it. */
export type IdentityEvidence = {
  way: "wrote" | "connect" | "shop_account" | "reference" | "login_connect" | "account_linking" | "merge" | "import";
  at: string;
  byMemberId?: string;
};

export const channels = pgTable(
  "channels",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    kind: text("kind", { enum: CHANNEL_KINDS }).notNull(),
    externalId: text("external_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Since when nothing may be sent here; what is queued waits. */
    pausedAt: at("paused_at"),
    /** Since when the shop no longer uses it; its conversations stay, closed to writing. */
    disconnectedAt: at("disconnected_at"),
  },
  (t) => [
    unique().on(t.shopId, t.id),
    unique().on(t.shopId, t.kind, t.externalId),
    uniqueIndex("one_shop_per_page").on(t.externalId).where(sql`kind = 'messenger' and disconnected_at is null`),
    tenantPolicy(),
  ],
);

/** A contact on one channel. */
export const identities = pgTable(
  "identities",
  {
    id: id(),
    shopId: shopId(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    /** Web chat: the identity's own id. Messenger: the PSID, or `login:<login id>` until her first message brings it. */
    externalId: text("external_id").notNull(),
    evidence: jsonb("evidence").$type<IdentityEvidence>(),
    /** Her id for the storefront's login app (ASID): what the one first message after Login Connect is addressed to. */
    loginId: text("login_id"),
    /** When she allowed that message, and when it went. */
    optedInAt: at("opted_in_at"),
    firstMessageAt: at("first_message_at"),
    /** Everything sent to her until then has arrived, or was read, by the platform's clock. */
    deliveredUntil: at("delivered_until"),
    readUntil: at("read_until"),
    /** Since when the platform says she cannot be written to; her next message clears it. */
    unreachableAt: at("unreachable_at"),
    profileReadAt: at("profile_read_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.contactId], foreignColumns: [contacts.shopId, contacts.id] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.channelId, t.externalId),
    uniqueIndex("one_identity_per_login").on(t.channelId, t.loginId).where(sql`login_id is not null`),
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
    /** Opened by the link of a mail: it reads and answers that chat, and can do nothing else. */
    byMail: boolean("by_mail").notNull().default(false),
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
    returnTo: text("return_to"),
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
