import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";
import { mailCodes } from "#db/schema/persons";
import { now } from "#lib/core/clock";
import { log } from "#lib/core/log";
import { mailTexts } from "#lib/i18n/mails";
import { composeMail } from "#lib/mail/compose-mail";
import { MailFailure } from "#lib/mail/mail-failure";
import { sendMail } from "#lib/mail/send-mail";
import { codeOf } from "./mail-code";

export const MailTheCode = z.strictObject({ codeId: z.uuid() });

/**
 * The worker's try at mailing a code. Marked as mailed before it goes, and open again only when the server is known
 * not to have taken it: it never goes twice, and never when it is of no use any more. The mail holds no word that
 * whoever asked chose. Source: SPOOF-04.
 */
export async function mailTheCode({ codeId }: z.output<typeof MailTheCode>): Promise<void> {
  const code = await outsideShops(async (tx) => {
    const [taken] = await tx
      .update(mailCodes)
      .set({ mailedAt: sql`now()` })
      .where(
        and(
          eq(mailCodes.id, codeId),
          isNull(mailCodes.mailedAt),
          isNull(mailCodes.usedAt),
          gt(mailCodes.expiresAt, now()),
        ),
      )
      .returning();
    return taken;
  });
  if (!code) return;
  const words = mailTexts(code.locale).code;
  const digits = codeOf(codeId);
  const mail = composeMail({
    locale: code.locale,
    subject: words.subject(digits),
    paragraphs: [words.typeIt, words.notYou],
    code: digits,
    footer: [words.why],
  });
  try {
    await sendMail({ ...mail, to: code.address, id: codeId });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    log.warn({ err: error, codeId }, "a code was not mailed");
    if (error.kind !== "later") return;
    await outsideShops((tx) => tx.update(mailCodes).set({ mailedAt: null }).where(eq(mailCodes.id, codeId)));
    throw error;
  }
}
