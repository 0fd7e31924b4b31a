import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { env } from "#lib/core/env";
import { log } from "#lib/core/log";
import { mailTexts } from "#lib/i18n/mails";
import { composeMail, oneLine } from "#lib/mail/compose-mail";
import { MailFailure } from "#lib/mail/mail-failure";
import { type Mail, sendMail } from "#lib/mail/send-mail";

export const MailPause = z.strictObject({ shopId: z.uuid(), channelId: z.uuid(), memberId: z.uuid() });

/**
 * Mails one owner or admin that nothing can be sent on a Page, unless it can again. Tried again only when the server is
 * known not to have taken it; each try carries the same id, so that a mail that arrived twice is kept once.
 */
export async function mailPause(job: z.output<typeof MailPause>): Promise<void> {
  const mail = await inShop(job.shopId, (tx) => compose(tx, job));
  if (!mail) return;
  try {
    await sendMail(mail);
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    log.warn({ err: error, channelId: job.channelId }, "a pause was not told of by mail");
    if (error.kind === "later") throw error;
  }
}

async function compose(tx: Tx, { shopId, channelId, memberId }: z.output<typeof MailPause>): Promise<Mail | null> {
  const [found] = await tx
    .select({
      email: persons.email,
      locale: persons.locale,
      page: messengerPages.name,
      shop: shops,
      at: channels.pausedAt,
    })
    .from(channels)
    .innerJoin(
      messengerPages,
      and(eq(messengerPages.shopId, channels.shopId), eq(messengerPages.channelId, channels.id)),
    )
    .innerJoin(shops, eq(shops.id, channels.shopId))
    .innerJoin(members, and(eq(members.shopId, channels.shopId), eq(members.id, memberId)))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(channels.shopId, shopId),
        eq(channels.id, channelId),
        isNotNull(channels.pausedAt),
        isNull(members.removedAt),
        inArray(members.role, ["owner", "admin"]),
      ),
    );
  if (!found?.email || !found.at) return null;
  const { shop, page, at } = found;
  const locale = (found.locale ?? shop.locales[0]) === "fr" ? "fr" : "en";
  const words = mailTexts(locale).pause;
  const [pageName, shopName] = [oneLine(page, 80), oneLine(shop.name, 80)];
  const mail = composeMail({
    locale,
    subject: words.subject(pageName),
    paragraphs: [words.text(pageName), words.waits],
    action: { label: words.mend, url: `${env().PUBLIC_URL}/s/${shop.slug}/settings/messenger` },
    footer: [words.why(shopName)],
  });
  return { ...mail, to: found.email, id: `${channelId}.${memberId}.${at.getTime()}` };
}
