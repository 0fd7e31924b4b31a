import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { now } from "#lib/core/clock";
import type { VisitorActor } from "#lib/shops/actor";
import { JOINED_OTHERWISE } from "./continue-as";
import { OWN_CHAT } from "./own-chats";

/**
 * The identity of a chat once its contact was proven by a sign-in, or by the shop's signed word: while it stays the same,
 * so does who is there. Null while nobody has proven anything: a chat that a member or a link joins to somebody proven,
 * or parts from her again, is nobody's by that.
 */
export async function provenIdentity(tx: Tx, { shopId, contactId, identityId }: VisitorActor): Promise<string | null> {
  const [contact] = await tx
    .select({ personId: contacts.personId, account: shopAccounts.userId })
    .from(contacts)
    .innerJoin(
      identities,
      and(eq(identities.shopId, contacts.shopId), eq(identities.contactId, contacts.id), eq(identities.id, identityId)),
    )
    .leftJoin(shopAccounts, and(eq(shopAccounts.shopId, contacts.shopId), eq(shopAccounts.contactId, contacts.id)))
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), OWN_CHAT))
    .limit(1);
  return contact?.personId || contact?.account ? identityId : null;
}

/** A chat that was hers by other evidence is hers by her own sign-in now; false when it was before. */
export async function proveOwn(
  tx: Tx,
  { shopId, identityId }: VisitorActor,
  way: "connect" | "shop_account",
): Promise<boolean> {
  const proven = await tx
    .update(identities)
    .set({ evidence: { way, at: now().toISOString() } })
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId), JOINED_OTHERWISE))
    .returning({ id: identities.id });
  return proven.length > 0;
}
