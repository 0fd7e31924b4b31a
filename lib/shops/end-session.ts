import { and, eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
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
    await addJob(tx, "endConnections", { personId: person.id });
    return { ended: gone.length };
  });
}

/** Signs every browser of the person out, this one and all sockets included. */
export async function signOutEverywhere(person: Person): Promise<{ ended: number }> {
  return outsideShops(async (tx) => {
    const gone = await tx.delete(sessions).where(eq(sessions.personId, person.id)).returning({ id: sessions.id });
    await addJob(tx, "endConnections", { personId: person.id });
    return { ended: gone.length };
  });
}
