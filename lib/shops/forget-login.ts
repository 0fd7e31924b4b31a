import { and, eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { accounts, persons, sessions } from "#db/schema/persons";
import { listMemberships } from "./list-memberships";

/**
 * Deletes the sign-in of a Facebook user, her sessions, and the e-mail address and picture from there. A member of a shop's team keeps
 * hers: the shop could be left without an owner. Twice is once.
 */
export async function forgetLogin(facebookUserId: string): Promise<void> {
  const hers = and(eq(accounts.provider, "facebook"), eq(accounts.providerAccountId, facebookUserId));
  const [account] = await outsideShops((tx) => tx.select({ personId: accounts.personId }).from(accounts).where(hers));
  if (!account || (await listMemberships(account.personId)).length > 0) return;
  await outsideShops(async (tx) => {
    await tx.delete(accounts).where(hers);
    await tx.delete(sessions).where(eq(sessions.personId, account.personId));
    await tx
      .update(persons)
      .set({ email: null, emailVerified: null, image: null })
      .where(eq(persons.id, account.personId));
  });
}
