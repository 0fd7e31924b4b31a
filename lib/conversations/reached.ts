import { type SQL, sql } from "drizzle-orm";
import { messages } from "#db/schema/conversations";

/** What reached the shopper or came from her: the rest of a thread is the shop's own. As a condition on `messages`. */
export const REACHED: SQL = sql`(${messages.kind} not in ('event', 'note') and (${messages.author} = 'contact' or ${messages.delivery} = 'sent'))`;

/** The same rule, for a message that was read. */
export function hasReached({
  kind,
  author,
  delivery,
}: Pick<typeof messages.$inferSelect, "kind" | "author" | "delivery">): boolean {
  return kind !== "event" && kind !== "note" && (author === "contact" || delivery === "sent");
}
