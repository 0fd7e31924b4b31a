import { and, count, desc, eq, gt, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { answerMails } from "#db/schema/identity";
import { type LockedConversation, lockConversation } from "#lib/conversations/access";
import { askAgain } from "#lib/conversations/ask-again";
import { DAY, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { log } from "#lib/core/log";
import { mailTexts } from "#lib/i18n/mails";
import { type ComposedMail, composeMail, oneLine } from "#lib/mail/compose-mail";
import { MailFailure } from "#lib/mail/mail-failure";
import { type Mail, sendMail } from "#lib/mail/send-mail";
import { readShop } from "#lib/shops/load-shop";
import { writeAnswerToken, writeStopToken } from "./answer-link";
import { permissionLink } from "./permission-link";
import { provenAddress } from "./proven-address";

export const MailAnswer = z.strictObject({ shopId: z.uuid(), conversationId: z.uuid() });

/** Mails a day that one shop's answers bring to one shopper. Source: SPOOF-04. */
const MOST_A_DAY = 3;

/**
 * The worker's look at an answer, some minutes later: a shopper who has not seen it is told by mail that it is there,
 * in no word of it. Asks the permission rule again, tells of each answer once, and of no later one until she has been
 * back. Marked before it goes, and open again only when the server is known not to have taken it.
 */
export async function mailAnswer({ shopId, conversationId }: z.output<typeof MailAnswer>): Promise<void> {
  const mail = await inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, conversationId);
    return takeMail(tx, conversation);
  });
  if (!mail) return;
  try {
    await sendMail(mail);
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    log.warn({ err: error, conversationId }, "an answer was not told of by mail");
    if (error.kind !== "later") return;
    await inShop(shopId, (tx) =>
      tx
        .update(answerMails)
        .set({ mailedAt: null })
        .where(and(eq(answerMails.shopId, shopId), eq(answerMails.id, mail.id))),
    );
    throw error;
  }
}

/** The mail to send now, marked as sent; null when there is none to send. */
async function takeMail(tx: Tx, conversation: LockedConversation): Promise<Mail | null> {
  const { shopId, contactId, id: conversationId } = conversation;
  const answer = await unseenAnswer(tx, conversation);
  const address = answer && (await provenAddress(tx, conversation));
  if (!answer || !address) return null;
  if (await toldAlready(tx, conversation)) return null;
  if (!(await askAgain(tx, conversation, answer)).allowed) return null;
  const [taken] = await tx
    .insert(answerMails)
    .values({ shopId, conversationId, contactId, messageId: answer.id, address, mailedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [answerMails.shopId, answerMails.messageId],
      set: { mailedAt: sql`now()` },
      setWhere: isNull(answerMails.mailedAt),
    })
    .returning({ id: answerMails.id });
  return taken ? { ...(await compose(tx, conversation)), to: address, id: taken.id } : null;
}

/**
 * The latest answer, if she has neither seen nor answered it. What has not gone, and what is only for members, stands
 * between them as nothing.
 */
async function unseenAnswer(tx: Tx, { shopId, id, contactReadSeq }: LockedConversation) {
  const [latest] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        notInArray(messages.kind, ["event", "note"]),
        inArray(messages.delivery, ["sent", "received"]),
        or(eq(messages.author, "contact"), isNull(messages.unsentAt)),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return latest?.author === "member" && latest.seq > contactReadSeq ? latest : null;
}

/** Whether a mail she has not followed yet told of this conversation, or enough went to her today. */
async function toldAlready(tx: Tx, { shopId, id, contactId, contactReadSeq }: LockedConversation): Promise<boolean> {
  const unread = tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, id), gt(messages.seq, contactReadSeq)));
  const [told] = await tx
    .select({ id: answerMails.id })
    .from(answerMails)
    .where(
      and(
        eq(answerMails.shopId, shopId),
        eq(answerMails.conversationId, id),
        inArray(answerMails.messageId, unread),
        sql`${answerMails.mailedAt} is not null`,
      ),
    )
    .limit(1);
  if (told) return true;
  const [today] = await tx
    .select({ mails: count() })
    .from(answerMails)
    .where(
      and(
        eq(answerMails.shopId, shopId),
        eq(answerMails.contactId, contactId),
        gt(answerMails.createdAt, new Date(now().getTime() - DAY)),
      ),
    );
  return (today?.mails ?? 0) >= MOST_A_DAY;
}

async function compose(
  tx: Tx,
  { shopId, contactId, id }: LockedConversation,
): Promise<ComposedMail & { unsubscribe: string }> {
  const shop = await readShop(tx, shopId);
  const [contact] = await tx
    .select({ locale: contacts.locale })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const locale = contact?.locale === "fr" ? "fr" : "en";
  const words = mailTexts(locale).answer;
  const name = oneLine(shop.name, 80);
  const { PUBLIC_URL } = env();
  const stop = writeStopToken(shopId, contactId);
  const mail = composeMail({
    locale,
    subject: words.subject(name),
    paragraphs: [words.text(name), words.private],
    action: { label: words.open, url: `${PUBLIC_URL}/answer/${writeAnswerToken(shopId, id)}` },
    footer: [words.why(name)],
    links: [
      { label: words.stop(name), url: `${PUBLIC_URL}/mail/stop/${stop}` },
      { label: words.permissions(name), url: permissionLink(shopId, contactId) },
    ],
  });
  return { ...mail, unsubscribe: `${PUBLIC_URL}/api/mail/stop/${stop}` };
}
