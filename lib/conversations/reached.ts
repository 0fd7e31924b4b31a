import { type SQL, sql } from "drizzle-orm";
import { messages } from "#db/schema/conversations";

/**
 * What reached the shopper or came from her, the word that her stop was obeyed too: the rest of a thread is the shop's
 * own. As a condition on `messages`.
 */
export const REACHED: SQL = sql`((${messages.kind} not in ('event', 'note') or ${messages.event} ->> 'type' = 'stop_confirmed')
  and (${messages.author} = 'contact' or ${messages.delivery} = 'sent'))`;

/** The same rule, for a message that was read. */
export function hasReached({
  kind,
  author,
  delivery,
  event,
}: Pick<typeof messages.$inferSelect, "kind" | "author" | "delivery" | "event">): boolean {
  const isSaid = (kind !== "event" && kind !== "note") || event?.type === "stop_confirmed";
  return isSaid && (author === "contact" || delivery === "sent");
}
