import { foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { members, type ROLES, shops } from "./shops";

/** What the security log tells of. */
export const AUDITED_ACTS = [
  "denied",
  "member_invited",
  "invitation_cancelled",
  "member_joined",
  "role_changed",
  "member_removed",
  "sessions_ended",
  "connection_made",
  "channel_connected",
  "channel_disconnected",
  "identity_key_made",
  "identity_key_ended",
  "identity_enforced",
  "identity_waived",
  "chat_published",
  "contacts_exported",
  "contacts_imported",
  "import_undone",
  "times_changed",
  "time_over",
] as const;

/** What belongs to an act: a role given or needed, the name of a Page, a connection or a key, times, how many. Never a secret. */
export type AuditDetail = { role?: (typeof ROLES)[number]; name?: string; n?: number; messages?: number };

/** Who did what that touches who may do what, and who was refused. Only added to: the application cannot change it, and the database lets go only what is past its time. */
export const auditRecords = pgTable(
  "audit_records",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    act: text("act", { enum: AUDITED_ACTS }).notNull(),
    /** Null for what was done by the clock. */
    memberId: uuid("member_id"),
    /** The member it was done to. */
    aboutId: uuid("about_id"),
    detail: jsonb("detail").$type<AuditDetail>().notNull().default({}),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.memberId], foreignColumns: [members.shopId, members.id] }),
    foreignKey({ columns: [t.shopId, t.aboutId], foreignColumns: [members.shopId, members.id] }),
    index().on(t.shopId, t.at, t.id),
    tenantPolicy(),
  ],
);
