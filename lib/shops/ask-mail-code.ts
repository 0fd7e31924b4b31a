import { and, count, eq, gt, isNull } from "drizzle-orm";
import { outsideShops, type Tx } from "#db/in-shop";
import { mailCodes } from "#db/schema/persons";
import { DAY, now } from "#lib/core/clock";
import { AppError, refused } from "#lib/core/errors";
import { hashToken, newId, newToken } from "#lib/core/ids";
import { addJob } from "#lib/jobs/add-job";
import { mailIsOn } from "#lib/mail/mail-is-on";
import type { AskMailCode } from "./input";
import { CODE_LIFE_MS, lockAddress } from "./mail-code";

/** Mails in a day to one address that nobody answered by its code. Source: SPOOF-04. */
const UNANSWERED_A_DAY = 3;

/**
 * Mails a code to sign in with to one address, known or not, and answers the same either way. The ticket stays in the
 * browser that asked: without it the code opens nothing. Refused after three codes in a day that were not used, so
 * that nobody's mailbox can be filled from here.
 */
export async function askMailCode(input: AskMailCode): Promise<{ ticket: string }> {
  if (!mailIsOn()) throw refused("mail_off");
  const [id, ticket] = [newId(), newToken()];
  const { email: address, name, locale } = input;
  await outsideShops(async (tx) => {
    await requireRoom(tx, address);
    const expiresAt = new Date(now().getTime() + CODE_LIFE_MS);
    await tx.insert(mailCodes).values({ id, ticketHash: hashToken(ticket), address, name, locale, expiresAt });
    await addJob(tx, "mailCode", { codeId: id });
  });
  return { ticket };
}

/** Requests for one address are counted one after another. */
async function requireRoom(tx: Tx, address: string): Promise<void> {
  await lockAddress(tx, address);
  const [found] = await tx
    .select({ unanswered: count() })
    .from(mailCodes)
    .where(
      and(
        eq(mailCodes.address, address),
        isNull(mailCodes.usedAt),
        gt(mailCodes.createdAt, new Date(now().getTime() - DAY)),
      ),
    );
  if ((found?.unanswered ?? 0) >= UNANSWERED_A_DAY) throw new AppError("too_many", "mail_codes_spent");
}
