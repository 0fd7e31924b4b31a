import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { sandboxPeople } from "./sandbox";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
type Json = Record<string, unknown>;

/** Pages of the emulated platform. */
export const sandboxPages = pgTable("sandbox_pages", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  category: text("category").notNull(),
  followers: integer("followers").notNull().default(0),
  hue: integer("hue").notNull().default(250),
  position: integer("position").notNull().default(0),
});

const pageId = () =>
  text("page_id")
    .notNull()
    .references(() => sandboxPages.id, { onDelete: "cascade" });
const personId = () =>
  text("person_id")
    .notNull()
    .references(() => sandboxPeople.id, { onDelete: "cascade" });

/** What a person may do on a Page, in the words of `tasks` of `/me/accounts`. */
export const sandboxPageRoles = pgTable(
  "sandbox_page_roles",
  { personId: personId(), pageId: pageId(), tasks: text("tasks").array().notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.pageId] })],
);

/** What a person granted the app and what she declined; `targets` names the Pages of a scope, absent means all. */
export const sandboxGrants = pgTable("sandbox_grants", {
  personId: personId().primaryKey(),
  scopes: text("scopes").array().notNull(),
  declined: text("declined").array().notNull(),
  targets: jsonb("targets").$type<Record<string, string[]>>().notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** The app's own subscription: where webhooks of one kind of object go. */
export const sandboxSubscriptions = pgTable("sandbox_subscriptions", {
  object: text("object").primaryKey(),
  callbackUrl: text("callback_url").notNull(),
  verifyToken: text("verify_token").notNull(),
  fields: text("fields").array().notNull(),
});

/** A Page the app listens to. `failingSince` is the first failure since the last delivery that was taken. */
export const sandboxPageSubscriptions = pgTable("sandbox_page_subscriptions", {
  pageId: pageId().primaryKey(),
  appId: text("app_id").notNull(),
  fields: text("fields").array().notNull(),
  failingSince: at("failing_since"),
});

/** A person's thread with a Page. All instants are of the sandbox's own clock. */
export const sandboxThreads = pgTable(
  "sandbox_threads",
  {
    id: id(),
    pageId: pageId(),
    personId: personId(),
    psid: text("psid").notNull().unique(),
    windowExpiresAt: at("window_expires_at"),
    lastPersonAt: at("last_person_at"),
    optedInAt: at("opted_in_at"),
    loginMessageAt: at("login_message_at"),
    blockedAt: at("blocked_at"),
    deliveredAt: at("delivered_at"),
    readAt: at("read_at"),
    pageReadAt: at("page_read_at"),
    typingUntil: at("typing_until"),
    pendingRef: text("pending_ref"),
    ownerAppId: text("owner_app_id"),
    ownerUntil: at("owner_until"),
    folder: text("folder").notNull().default("inbox"),
    /** The persistent menu that the Page gave her alone, in place of its own. */
    menu: jsonb("menu").$type<Json[]>(),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [unique().on(t.pageId, t.personId), index().on(t.pageId, t.updatedAt)],
);

/** A message as the platform keeps it; `body` is the `message` of the Send API or of a webhook. */
export const sandboxMessages = pgTable(
  "sandbox_messages",
  {
    mid: text("mid").primaryKey(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => sandboxThreads.id, { onDelete: "cascade" }),
    sender: text("sender", { enum: ["person", "page", "inbox"] }).notNull(),
    personaId: text("persona_id"),
    body: jsonb("body").$type<Json>().notNull(),
    replyTo: text("reply_to"),
    personReaction: text("person_reaction"),
    pageReaction: text("page_reaction"),
    edits: integer("edits").notNull().default(0),
    unsentAt: at("unsent_at"),
    at: at("at").notNull(),
  },
  (t) => [index().on(t.threadId, t.seq)],
);

/** Bytes that a person or a Page put into a message. `id` is the `attachment_id`. */
export const sandboxFiles = pgTable("sandbox_files", {
  id: text("id").primaryKey(),
  pageId: text("page_id"),
  kind: text("kind", { enum: ["image", "audio", "video", "file"] }).notNull(),
  name: text("name").notNull(),
  contentType: text("content_type").notNull(),
  content: bytes("content").notNull(),
  reusable: boolean("reusable").notNull().default(false),
  at: at("at").notNull(),
});

export const sandboxPersonas = pgTable("sandbox_personas", {
  id: text("id").primaryKey(),
  pageId: pageId(),
  name: text("name").notNull(),
  pictureUrl: text("picture_url").notNull(),
  deletedAt: at("deleted_at"),
});

export const sandboxProfiles = pgTable("sandbox_profiles", {
  pageId: pageId().primaryKey(),
  profile: jsonb("profile").$type<Json>().notNull(),
});

/** Utility templates. The verdict stands from the start and shows at `decidedAt`. */
export const sandboxTemplates = pgTable(
  "sandbox_templates",
  {
    id: text("id").primaryKey(),
    pageId: pageId(),
    name: text("name").notNull(),
    language: text("language").notNull(),
    category: text("category").notNull(),
    components: jsonb("components").$type<Json[]>().notNull(),
    verdict: text("verdict", { enum: ["APPROVED", "REJECTED"] }).notNull(),
    reason: text("reason"),
    decidedAt: at("decided_at").notNull(),
  },
  (t) => [unique().on(t.pageId, t.name, t.language)],
);

/** One item of a webhook: which Page, in which list of the entry, and what. */
export type WebhookItem = {
  pageId: string;
  field: string;
  list: "messaging" | "standby" | "changes";
  time: number;
  item: Json;
};

/** Webhooks to deliver; the same items always make the same bytes. */
export const sandboxWebhooks = pgTable(
  "sandbox_webhooks",
  {
    id: id(),
    items: jsonb("items").$type<WebhookItem[]>().notNull(),
    attempts: integer("attempts").notNull().default(0),
    firstTriedAt: at("first_tried_at"),
    nextAt: at("next_at").notNull(),
    state: text("state", { enum: ["waiting", "taken", "dropped"] }).notNull(),
  },
  (t) => [index().on(t.state, t.nextAt)],
);

/** Every request that crossed. `way` is seen from the app: `in` is a webhook, `out` a call of the Graph API. */
export const sandboxWire = pgTable("sandbox_wire", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  at: at("at").notNull(),
  way: text("way", { enum: ["in", "out"] }).notNull(),
  method: text("method").notNull(),
  path: text("path").notNull(),
  kind: text("kind").notNull(),
  about: text("about"),
  who: text("who"),
  check: text("check_result").notNull(),
  status: integer("status").notNull(),
  code: text("code"),
});

/** What one may turn on the sandbox: one row, `id` 1. */
export const sandboxControls = pgTable("sandbox_controls", {
  id: integer("id").primaryKey(),
  clockOffset: bigint("clock_offset", { mode: "number" }).notNull().default(0),
  failures: jsonb("failures").$type<Record<string, number>>().notNull().default({}),
  delivery: jsonb("delivery").$type<Json>().notNull().default({}),
  offline: text("offline").array().notNull().default([]),
});
