import { and, eq, sql } from "drizzle-orm";
import { outsideShops, type Tx } from "#db/in-shop";
import { sessions } from "#db/schema/persons";
import { notFound } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { Person } from "./actor";
import type { EndSession } from "./input";

/** Signs one browser of the person out, its sockets included. */
export async function endSession(person: Person, input: EndSession): Promise<{ ended: number }> {
  return outsideShops(async (tx) => {
    const gone = await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, person.id), eq(sessions.id, input.sessionId)))
      .returning({ id: sessions.id });
    if (gone.length === 0) throw notFound("session");
    await tellEnded(tx, person, gone.length);
    return { ended: gone.length };
  });
}

/** Signs every browser of the person out, this one and all sockets included. */
export async function signOutEverywhere(person: Person): Promise<{ ended: number }> {
  return outsideShops(async (tx) => {
    const gone = await tx.delete(sessions).where(eq(sessions.personId, person.id)).returning({ id: sessions.id });
    await tellEnded(tx, person, gone.length);
    return { ended: gone.length };
  });
}

/** Ends her sockets, and lets each shop she answers for read of it. */
async function tellEnded(tx: Tx, person: Person, ended: number): Promise<void> {
  await addJob(tx, "endConnections", { personId: person.id });
  if (ended > 0) await tx.execute(sql`select entrance_record_sessions_ended(${person.id}, ${ended})`);
}
