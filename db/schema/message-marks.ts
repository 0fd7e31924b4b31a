import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, shopId, tenantPolicy } from "./columns";
import { messages } from "./conversations";

/** One side's reaction to a message. `emoji` null: taken back. The later `at` wins, whatever order they come in. */
export const reactions = pgTable(
  "reactions",
  {
    shopId: shopId(),
    messageId: uuid("message_id").notNull(),
    author: text("author", { enum: ["contact", "member"] }).notNull(),
    emoji: text("emoji"),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.author] }),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    tenantPolicy(),
  ],
);

/** Words a message of the shop had before its author changed them, until when. They go with the message. */
export const messageWordings = pgTable(
  "message_wordings",
  {
    shopId: shopId(),
    messageId: uuid("message_id").notNull(),
    body: text("body").notNull(),
    until: at("until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.until] }),
    foreignKey({ columns: [t.shopId, t.messageId], foreignColumns: [messages.shopId, messages.id] }),
    index("message_wordings_of").on(t.shopId, t.messageId),
    tenantPolicy(),
  ],
);
