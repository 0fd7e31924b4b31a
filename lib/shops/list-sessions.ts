import { and, desc, eq, gt, sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sessions } from "#db/schema/persons";
import type { Person } from "./actor";

export type SessionView = {
  id: string;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
};

/** Where a person is signed in, this browser first. */
export async function listSessions(person: Person): Promise<SessionView[]> {
  return outsideShops(async (tx) => {
    const rows = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.personId, person.id), gt(sessions.expiresAt, sql`now()`)))
      .orderBy(desc(sql`${sessions.id} = ${person.sessionId}`), desc(sessions.lastSeenAt));
    return rows.map((row) => ({
      id: row.id,
      userAgent: row.userAgent,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      current: row.id === person.sessionId,
    }));
  });
}
