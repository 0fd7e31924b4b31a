import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { claimedEmails } from "#db/schema/widget";
import { refused } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { askMailCode } from "#lib/shops/ask-mail-code";
import type { SignInByMail } from "#lib/shops/input";
import { tryMailCode } from "#lib/shops/try-mail-code";
import { requireOwnChat } from "../require-own-chat";
import type { ClaimEmail } from "./input";

/**
 * Mails a code to the address that a shopper typed into the chat. Nothing is kept of it and nothing else is sent to it
 * until she has typed the code. Whoever came by the link in a mail leaves none.
 */
export async function claimEmail(actor: VisitorActor, { email }: ClaimEmail): Promise<{ ticket: string }> {
  requireOwnChat(actor);
  return askMailCode({ email, name: email.split("@")[0] ?? email, locale: actor.locale });
}

/**
 * Keeps the address to which the code was mailed, in the place of an earlier one: mails tell of answers in this chat
 * from now on, also where they were stopped before; in her other chats they stay stopped. No contact is found or joined
 * by it.
 */
export async function confirmEmail(actor: VisitorActor, input: SignInByMail): Promise<void> {
  requireOwnChat(actor);
  const { shopId, identityId } = actor;
  const problem = await inShop(shopId, async (tx) => {
    const asked = await tryMailCode(tx, input);
    if (typeof asked === "string") return asked;
    const kept = { email: asked.address, at: sql`now()`, confirmedAt: sql`now()` }; // an end to mails has this clock too
    await tx
      .insert(claimedEmails)
      .values({ shopId, identityId, ...kept })
      .onConflictDoUpdate({ target: claimedEmails.identityId, set: kept });
    return null;
  });
  if (problem) throw refused(problem);
}

/** The address that was confirmed in this chat, and when; null while there is none. */
export async function readConfirmedEmail(
  tx: Tx,
  { shopId, identityId }: Pick<VisitorActor, "shopId" | "identityId">,
): Promise<{ email: string; at: Date } | null> {
  const [found] = await tx
    .select({ email: claimedEmails.email, at: claimedEmails.confirmedAt })
    .from(claimedEmails)
    .where(and(eq(claimedEmails.shopId, shopId), eq(claimedEmails.identityId, identityId)));
  return found?.at ? { email: found.email, at: found.at } : null;
}
