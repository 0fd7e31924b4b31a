import { type SQL, sql } from "drizzle-orm";
import { messages } from "#db/schema/conversations";

/** Events whose words go out to her, which nobody wrote. */
const SAID_EVENTS: readonly (string | undefined)[] = ["stop_confirmed", "permissions_shown"];

/** Whether it is an event with words for her. */
export const isSaidEvent = ({ event }: Pick<typeof messages.$inferSelect, "event">): boolean =>
  SAID_EVENTS.includes(event?.type);

/**
 * What reached the shopper or came from her, what is said to her by itself too: the rest of a thread is the shop's
 * own. As a condition on `messages`.
 */
export const REACHED: SQL = sql`((${messages.kind} not in ('event', 'note') or ${messages.event} ->> 'type' in ('stop_confirmed', 'permissions_shown'))
  and (${messages.author} = 'contact' or ${messages.delivery} = 'sent'))`;

/** The same rule, for a message that was read. */
export function hasReached({
  kind,
  author,
  delivery,
  event,
}: Pick<typeof messages.$inferSelect, "kind" | "author" | "delivery" | "event">): boolean {
  const isSaid = (kind !== "event" && kind !== "note") || isSaidEvent({ event });
  return isSaid && (author === "contact" || delivery === "sent");
}
