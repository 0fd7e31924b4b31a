import { and, eq, gt, sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { persons, sessions } from "#db/schema/persons";
import { DAY } from "#lib/core/clock";
import { hashToken } from "#lib/core/ids";
import type { Person } from "./actor";

/** How long a browser stays signed in after it was last used. */
export const SESSION_LIFE_MS = 30 * DAY;

/** The person behind a session cookie, or null when the session is unknown, ended or expired. */
export async function findSession(token: string): Promise<Person | null> {
  return outsideShops(async (tx) => {
    const [found] = await tx
      .select({
        id: persons.id,
        name: persons.name,
        email: persons.email,
        image: persons.image,
        sessionId: sessions.id,
        stale: sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 minute'`,
      })
      .from(sessions)
      .innerJoin(persons, eq(persons.id, sessions.personId))
      .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, sql`now()`)));
    if (!found) return null;
    const { stale, ...person } = found;
    if (stale) await tx.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, person.sessionId));
    return person;
  });
}
