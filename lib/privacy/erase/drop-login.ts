import { eq } from "drizzle-orm";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";
import { accounts, persons, sessions } from "#db/schema/persons";
import { listMyContacts } from "#lib/connect/my-contacts";
import { now } from "#lib/core/clock";
import { listMemberships } from "#lib/shops/list-memberships";
import { noteErasures } from "./replay-list";

/** The shop is one that erased her: each asks when it is done, and the last finds nobody else who knows her. */
export const DropLogin = z.object({ shopId: z.uuid(), personId: z.uuid() });

/**
 * Ends the login of somebody who leaves, once no shop knows her any more: how she signed in, her sessions, and her name,
 * address and picture. A member of a shop's team keeps hers. Twice is once.
 */
export async function dropLogin(personId: string): Promise<void> {
  if ((await listMyContacts({ id: personId })).length > 0 || (await listMemberships(personId)).length > 0) return;
  await noteErasures([{ personId, at: now().toISOString() }]);
  await outsideShops(async (tx) => {
    await tx.delete(accounts).where(eq(accounts.personId, personId));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    await tx
      .update(persons)
      .set({ name: "", email: null, emailVerified: null, image: null, locale: null })
      .where(eq(persons.id, personId));
  });
}
