import type { Tx } from "#db/in-shop";
import { refused } from "#lib/core/errors";
import { withAccounts } from "./accounts";
import type { Joining } from "./join-contacts";
import type { LockedContact } from "./lock-contacts";

/** Whether she proved herself that two contacts are hers; nobody undoes that. */
export const signedIn = (way: Joining["way"]): way is "connect" | "shop_account" =>
  way === "connect" || way === "shop_account";

/**
 * Which of two is kept: the one with a login, else the one asked for. Two logins are two people. An account at the shop
 * is a login too, but for her own sign-in in the chat that the account named: that proves both at once.
 */
export async function chooseKept(
  tx: Tx,
  found: readonly LockedContact[],
  { keepId, way }: Joining,
): Promise<[kept: LockedContact, merged: LockedContact]> {
  const [asked, other] = [found.find(({ id }) => id === keepId), found.find(({ id }) => id !== keepId)];
  if (!asked || !other) throw new Error("a contact to be joined vanished");
  const accounts = await withAccounts(tx, asked.shopId, [asked.id, other.id]);
  const hasLogin = (one: LockedContact) => one.personId !== null || (!signedIn(way) && accounts.has(one.id));
  if ((hasLogin(asked) && hasLogin(other)) || accounts.size > 1)
    throw refused("merge_two_people", { name: asked.name, other: other.name });
  return hasLogin(other) ? [other, asked] : [asked, other];
}
