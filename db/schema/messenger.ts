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
  uuid,
} from "drizzle-orm/pg-core";
import { channels } from "./channels";
import { at, id, shopId, tenantPolicy } from "./columns";
import { members } from "./shops";

/** What the owner sees of a Page that needs mending: a key of the message catalogue `messenger`, and since when. */
/** `reason`: why, in the platform's own words, where it gave any. */
export type PageTrouble = { key: string; at: string; reason?: string };

/** A Facebook login by which a member chose Pages. Its user token is sealed as `facebook_logins:<id>`. */
export const facebookLogins = pgTable(
  "facebook_logins",
  {
    id: id(),
    shopId: shopId(),
    memberId: uuid("member_id").notNull(),
    facebookUserId: text("facebook_user_id").notNull(),
    sealedToken: text("sealed_token").notNull(),
    scopes: text("scopes").array().notNull(),
    expiresAt: at("expires_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.memberId),
    index().on(t.facebookUserId),
    tenantPolicy(),
  ],
);

/** A member's way to Facebook and back: one use, for the session that began it. Only the hash of its state is kept. */
export const facebookLoginRequests = pgTable(
  "facebook_login_requests",
  {
    stateHash: text("state_hash").primaryKey(),
    shopId: shopId(),
    memberId: uuid("member_id").notNull(),
    sessionId: uuid("session_id").notNull(),
    /** The PKCE verifier, sealed as `facebook_login_requests:<state hash>`. */
    sealedVerifier: text("sealed_verifier").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    index().on(t.shopId, t.memberId),
    tenantPolicy(),
  ],
);

/** A channel's Page: `channels.external_id` is the Page's id. Its token is sealed as `messenger_pages:<channel id>`. */
export const messengerPages = pgTable(
  "messenger_pages",
  {
    channelId: uuid("channel_id").primaryKey(),
    shopId: shopId(),
    name: text("name").notNull(),
    category: text("category"),
    pictureUrl: text("picture_url"),
    followers: integer("followers"),
    sealedToken: text("sealed_token"),
    tokenExpiresAt: at("token_expires_at"),
    dataAccessExpiresAt: at("data_access_expires_at"),
    facebookUserId: text("facebook_user_id").notNull(),
    connectedBy: uuid("connected_by").notNull(),
    scopes: text("scopes").array().notNull(),
    tasks: text("tasks").array().notNull(),
    subscribedFields: text("subscribed_fields").array().notNull(),
    humanAgent: boolean("human_agent").notNull().default(false),
    loginConnect: boolean("login_connect").notNull().default(false),
    /** The one message that an opt-in of Login Connect allows goes by itself: the receipt of the order she then places. */
    receiptFirst: boolean("receipt_first").notNull().default(false),
    troubles: jsonb("troubles").$type<PageTrouble[]>().notNull().default([]),
    /** Nothing is sent before then: the platform asked for a pause. */
    restUntil: at("rest_until"),
    /** When our own pace is through with what was sent, and with what waits for its turn; sound, film and files apart. */
    sendsUntil: at("sends_until"),
    sendsPromised: at("sends_promised"),
    mediaUntil: at("media_until"),
    mediaPromised: at("media_promised"),
    checkedAt: at("checked_at"),
    lastEventAt: at("last_event_at"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    foreignKey({ columns: [t.shopId, t.connectedBy], foreignColumns: [members.shopId, members.id] }),
    index().on(t.facebookUserId),
    tenantPolicy(),
  ],
);

/** One item of a webhook that could not be processed, or that nobody knows: raw, countable, replayable by the owner. */
export const inboundItems = pgTable(
  "inbound_items",
  {
    id: id(),
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    inboundEventId: uuid("inbound_event_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").notNull(),
    item: jsonb("item").$type<Record<string, unknown>>().notNull(),
    /** `failed` waits for a replay; `unknown` is kept and counted only; `replayed` is done. */
    state: text("state", { enum: ["failed", "unknown", "replayed"] }).notNull(),
    problem: text("problem"),
    attempts: integer("attempts").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    settledAt: at("settled_at"),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.inboundEventId, t.position),
    index().on(t.shopId, t.state, t.createdAt),
    tenantPolicy(),
  ],
);

/**
 * A change of a message that arrived before the message: applied when it comes. The later `at` wins. `delivered` and
 * `read` are told of somebody the shop does not know yet, under her id. `ticked` and `wrote` are the two sides of a
 * checkbox: its `user_ref`, and who the platform says wrote after it.
 */
export const earlyChanges = pgTable(
  "early_changes",
  {
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    externalId: text("external_id").notNull(),
    kind: text("kind", { enum: ["edit", "unsend", "reaction", "delivered", "read", "ticked", "wrote"] }).notNull(),
    change: jsonb("change").$type<Record<string, unknown>>().notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.channelId, t.externalId, t.kind] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    tenantPolicy(),
  ],
);

/** A member's name and picture on one Page. */
export const personas = pgTable(
  "personas",
  {
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    memberId: uuid("member_id").notNull(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    /** The picture it was made with: the platform changes none, so that another picture is another persona. */
    pictureUrl: text("picture_url").notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.channelId, t.memberId] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    tenantPolicy(),
  ],
);

/** What a Page was given to send again and again, by the platform's id of it. `copyOf` is that of `attachments`. */
export const messengerUploads = pgTable(
  "messenger_uploads",
  {
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    copyOf: text("copy_of").notNull(),
    externalId: text("external_id").notNull(),
    uploadedAt: at("uploaded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.channelId, t.copyOf] }),
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    index().on(t.shopId, t.copyOf),
    tenantPolicy(),
  ],
);

/** A utility template of a Page and what the platform says of it. */
export const messageTemplates = pgTable(
  "message_templates",
  {
    id: id(),
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    externalId: text("external_id"),
    name: text("name").notNull(),
    language: text("language").notNull(),
    body: text("body").notNull(),
    state: text("state", { enum: ["draft", "pending", "approved", "rejected", "paused"] }).notNull(),
    reason: text("reason"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    unique().on(t.shopId, t.id),
    unique().on(t.channelId, t.name, t.language),
    tenantPolicy(),
  ],
);

/** One stretch of an import's work: who does it, since when, and how much was imported before. */
export type ImportRun = { id: string; startedAt: string; imported: number };

/** The words a Page greets with and its menu, as the shop edited them and as the platform last confirmed them. */
export const messengerProfiles = pgTable(
  "messenger_profiles",
  {
    channelId: uuid("channel_id").primaryKey(),
    shopId: shopId(),
    profile: jsonb("profile").$type<Record<string, unknown>>().notNull(),
    state: text("state", { enum: ["draft", "pushing", "live", "failed"] }).notNull(),
    problem: text("problem"),
    /** When the platform was asked about the profile lately (ISO 8601): it allows ten calls in ten minutes. */
    calls: jsonb("calls").$type<string[]>().notNull().default([]),
    verifiedAt: at("verified_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    tenantPolicy(),
  ],
);

/** One fetching of a Page's past conversations: where it is, so that it goes on there after any stop. */
export const historyImports = pgTable(
  "history_imports",
  {
    id: id(),
    shopId: shopId(),
    channelId: uuid("channel_id").notNull(),
    state: text("state", { enum: ["running", "paused", "done", "cancelled", "failed"] }).notNull(),
    /** First every thread is counted, so that the end is known, then their messages are fetched. */
    phase: text("phase", { enum: ["counting", "fetching"] })
      .notNull()
      .default("counting"),
    threadCursor: text("thread_cursor"),
    /** JSON: the threads whose older messages come before the next page of threads, each with its own cursor. */
    messageCursor: text("message_cursor"),
    run: jsonb("run").$type<ImportRun>(),
    /** When the platform was last asked, and how often in a row it then asked for patience. */
    calledAt: at("called_at"),
    delays: integer("delays").notNull().default(0),
    imported: integer("imported").notNull().default(0),
    expected: integer("expected"),
    /** Only what was missed from then on is fetched, and it counts as received; null: the whole past, in silence. */
    since: at("since"),
    backTo: at("back_to"),
    problem: text("problem"),
    version: integer("version").notNull().default(1),
    startedAt: at("started_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.channelId], foreignColumns: [channels.shopId, channels.id] }),
    unique().on(t.shopId, t.id),
    index().on(t.shopId, t.channelId, t.startedAt),
    tenantPolicy(),
  ],
);

/** What became of a person's request that Facebook passed on. Read by whoever holds the code; of no shop. */
export const deletionRequests = pgTable("deletion_requests", {
  code: text("code").primaryKey(),
  facebookUserId: text("facebook_user_id").notNull(),
  requestedAt: at("requested_at").notNull().defaultNow(),
  completedAt: at("completed_at"),
});
