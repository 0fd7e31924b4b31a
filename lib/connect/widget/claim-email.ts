import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { claimedEmails } from "#db/schema/widget";
import { now } from "#lib/core/clock";
import { forbidden } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import type { ClaimEmail } from "./input";

/**
 * Keeps the address that a shopper typed into the chat, in the place of one she typed before. It is what she says, not
 * a proof: no contact is found or joined by it. Whoever came by the link in a mail leaves none.
 */
export async function claimEmail({ shopId, identityId, byMail }: VisitorActor, { email }: ClaimEmail): Promise<void> {
  if (byMail) throw forbidden();
  const at = now();
  await inShop(shopId, (tx) =>
    tx
      .insert(claimedEmails)
      .values({ shopId, identityId, email, at })
      .onConflictDoUpdate({ target: claimedEmails.identityId, set: { email, at } }),
  );
}

/** The address she typed, or null. */
export async function readClaimedEmail(tx: Tx, { shopId, identityId }: VisitorActor): Promise<string | null> {
  const [claimed] = await tx
    .select({ email: claimedEmails.email })
    .from(claimedEmails)
    .where(and(eq(claimedEmails.shopId, shopId), eq(claimedEmails.identityId, identityId)));
  return claimed?.email ?? null;
}
