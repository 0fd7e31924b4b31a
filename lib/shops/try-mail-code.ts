import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { mailCodes } from "#db/schema/persons";
import { now } from "#lib/core/clock";
import { hashToken } from "#lib/core/ids";
import type { SignInByMail } from "./input";
import { codeOf } from "./mail-code";

const MOST_TRIES = 5;

/**
 * Tries a mailed code: the request it answers, or the key of the refusal. It works once, for ten minutes, with the ticket
 * of the browser that asked, and five tries are the most. The try is counted before it is judged, so the transaction is
 * to be committed whatever the answer. Source: AUTH-07.
 */
export async function tryMailCode(
  tx: Tx,
  { ticket, code }: SignInByMail,
): Promise<typeof mailCodes.$inferSelect | "mail_code_over" | "mail_code_wrong"> {
  const [asked] = await tx
    .select()
    .from(mailCodes)
    .where(eq(mailCodes.ticketHash, hashToken(ticket)))
    .for("update");
  if (!asked || asked.usedAt || asked.expiresAt <= now() || asked.tries >= MOST_TRIES) return "mail_code_over";
  await tx
    .update(mailCodes)
    .set({ tries: asked.tries + 1 })
    .where(eq(mailCodes.id, asked.id));
  if (codeOf(asked.id) !== code) return asked.tries + 1 < MOST_TRIES ? "mail_code_wrong" : "mail_code_over";
  await tx.update(mailCodes).set({ usedAt: sql`now()` }).where(eq(mailCodes.id, asked.id));
  return asked;
}
