import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, shopId, tenantPolicy } from "./columns";
import { members } from "./shops";

export const IMPORT_KINDS = ["contacts", "saved_replies"] as const;
/** A dry run goes from `trying` to `tried` and writes nothing; the import itself from `running` to `done`. */
const IMPORT_STATES = ["uploaded", "trying", "tried", "running", "done", "cancelled", "undoing", "undone"] as const;

/** A CSV file that a member brings in. The file itself is kept for a short time; the row stays, and says nothing of anybody. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    shopId: shopId(),
    byMemberId: uuid("by_member_id").notNull(),
    kind: text("kind", { enum: IMPORT_KINDS }).notNull(),
    state: text("state", { enum: IMPORT_STATES }).notNull(),
    /** As her browser called it; forgotten with the file. */
    fileName: text("file_name").notNull().default(""),
    /** SHA-256 of the file: by it the same file is known again. */
    digest: text("digest").notNull(),
    /** How many lines it has under its headings. */
    total: integer("total").notNull(),
    /** What each column holds, by its place; null for one that is left out. */
    columns: jsonb("columns").$type<(string | null)[]>().notNull(),
    /** How many lines are done. */
    position: integer("position").notNull().default(0),
    fresh: integer("fresh").notNull().default(0),
    joined: integer("joined").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** Of those it made, how many were taken back. */
    removed: integer("removed").notNull().default(0),
    /** Why it ended before its end, where no member ended it. */
    stoppedBy: text("stopped_by", { enum: ["erasure", "time"] }),
    /** Raised whenever it begins or ends something: a job that began under an older one stops. */
    version: integer("version").notNull().default(1),
    /** When the file is forgotten; null when it is. */
    fileUntil: at("file_until"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ columns: [t.shopId, t.byMemberId], foreignColumns: [members.shopId, members.id] }),
    unique().on(t.shopId, t.id),
    index("imports_by_member").on(t.shopId, t.byMemberId),
    tenantPolicy(),
  ],
);

/** A line of an import's file that could not be taken: by its number and the key of a sentence. */
export const importLines = pgTable(
  "import_lines",
  {
    shopId: shopId(),
    importId: uuid("import_id").notNull(),
    /** As a spreadsheet counts, the headings first. */
    line: integer("line").notNull(),
    problem: text("problem").notNull(),
    /** The other line that the sentence speaks of. */
    about: integer("about"),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    foreignKey({ columns: [t.shopId, t.importId], foreignColumns: [imports.shopId, imports.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
