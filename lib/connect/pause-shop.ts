import { and, eq, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { DAY, now } from "#lib/core/clock";
import { invalid } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { changeMine } from "./change-mine";
import type { PauseShop } from "./input";
import type { MyShop } from "./view-my-shop";

/** The longest pause; whoever wants more withdraws. */
const LONGEST_PAUSE_MS = 366 * DAY;

/**
 * Lets a shop send this person nothing but answers until an instant; null ends the pause. What she allowed stays as it
 * is. A past instant, and one further than a year away, is refused.
 */
export async function pauseShop(person: Person, input: PauseShop): Promise<MyShop> {
  const until = input.until === null ? null : new Date(input.until);
  const ahead = until && until.getTime() - now().getTime();
  if (ahead !== null && (ahead <= 0 || ahead > LONGEST_PAUSE_MS))
    throw invalid("invalid", {}, { until: "pause_until" });
  return changeMine(person, input, async (tx, shopId, { contactId }) => {
    const own = and(eq(contacts.shopId, shopId), eq(contacts.id, contactId));
    const [before] = await tx.select({ until: contacts.pausedUntil }).from(contacts).where(own);
    if (before?.until?.getTime() === until?.getTime()) return null;
    await tx
      .update(contacts)
      .set({ pausedUntil: until, version: sql`${contacts.version} + 1` })
      .where(own);
    await contactChanged.record(tx, shopId, { contactId });
    return until ? { type: "paused", until: until.toISOString() } : { type: "resumed" };
  });
}
