import { eq, gt, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import { keyset, numberKeyset } from "#db/keyset";
import { conversations, PRIORITIES } from "#db/schema/conversations";
import type { Way } from "./conversation-order";

const { id, lastMessageAt, windowExpiresAt, waitingSince, snoozedUntil, priority, value } = conversations;

const byMessage = keyset({ at: lastMessageAt, id });
const byWindow = keyset({ at: windowExpiresAt, id }, "earliest");
const byValue = numberKeyset({ at: value, id });
const byWaking = keyset({ at: snoozedUntil, id }, "earliest");
const byWaiting = keyset({ at: waitingSince, id }, "earliest");

/** Some of a list's rows, and their way. The parts of an order follow each other and leave no row out. */
export type Part = { where: SQL | undefined; by: typeof byMessage };

/** The parts of an order, with windows measured by `at`; the same as `placeOf` gives one row. */
export function partsOf(order: Way, at: Date): Part[] {
  switch (order) {
    case "newest":
      return [{ where: undefined, by: byMessage }];
    case "waiting":
      return [
        { where: isNotNull(waitingSince), by: byWaiting },
        { where: isNull(waitingSince), by: byMessage },
      ];
    case "ending":
      return [
        { where: gt(windowExpiresAt, at), by: byWindow },
        { where: not(sql`coalesce(${gt(windowExpiresAt, at)}, false)`), by: byMessage },
      ];
    case "waking":
      return [{ where: isNotNull(snoozedUntil), by: byWaking }];
    case "value":
      return [{ where: undefined, by: byValue }];
    case "priority":
      return PRIORITIES.map((_, rank) => ({ where: eq(priority, rank), by: byMessage })).reverse();
  }
}
