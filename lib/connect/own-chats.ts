import { and, eq, type SQL, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { JOINED_OTHERWISE } from "./continue-as";

/**
 * Hers by her own sign-in, or because she wrote there herself. What somebody else said to be hers is never shown to
 * her: it may be another person's.
 */
export const OWN_CHAT: SQL = sql`(${JOINED_OTHERWISE}) is not true`;

/** The identities of a contact whose conversations she may see in her own place. */
export async function listOwnChats(shopId: string, contactId: string): Promise<string[]> {
  const found = await inShop(shopId, (tx) =>
    tx
      .select({ id: identities.id })
      .from(identities)
      .where(and(eq(identities.shopId, shopId), eq(identities.contactId, contactId), OWN_CHAT)),
  );
  return found.map(({ id }) => id);
}
