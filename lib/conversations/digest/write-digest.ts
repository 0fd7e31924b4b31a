import type { Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { formatIn } from "#lib/i18n/format";
import { mailTexts } from "#lib/i18n/mails";
import { type ComposedMail, composeMail, oneLine } from "#lib/mail/compose-mail";
import { readShop } from "#lib/shops/load-shop";
import { writeDigestStop } from "#lib/shops/notices/digest-link";
import { readFigures } from "./read-figures";

type Reader = { shopId: string; memberId: string; timeZone: string; locale: string | null };

/** How the shop stands now, as a mail to one of its members: numbers and ways there, no word of anybody. Null: nothing to tell. */
export async function writeDigest(tx: Tx, reader: Reader): Promise<(ComposedMail & { unsubscribe: string }) | null> {
  const { shopId, memberId, timeZone } = reader;
  const at = now();
  const { waiting, longest, mine, mentions, failed, failedIn, ending } = await readFigures(tx, reader, at, timeZone);
  if (waiting + mine + mentions + failed + ending === 0) return null;
  const shop = await readShop(tx, shopId);
  const locale = (reader.locale ?? shop.locales[0]) === "fr" ? "fr" : "en";
  const words = mailTexts(locale).digest;
  const { PUBLIC_URL } = env();
  const inbox = `${PUBLIC_URL}/s/${shop.slug}/inbox`;
  const span = longest ? formatIn(locale, timeZone).duration(at.getTime() - longest.getTime()) : "";
  const lines = [
    { n: waiting, label: words.waiting(waiting, span), url: `${inbox}?view=open&order=waiting` },
    { n: mine, label: words.mine(mine), url: `${inbox}?view=mine&order=waiting` },
    { n: ending, label: words.ending(ending), url: `${inbox}?view=open&order=ending` },
    { n: mentions, label: words.mentions(mentions), url: `${inbox}?view=mentions` },
    { n: failed, label: words.failed(failed), url: `${inbox}/${failedIn}?view=open` },
  ];
  const name = oneLine(shop.name, 80);
  const stop = writeDigestStop(shopId, memberId);
  const mail = composeMail({
    locale,
    subject: words.subject(name),
    paragraphs: [words.text(name)],
    lines: lines.filter(({ n }) => n > 0),
    action: { label: words.open, url: inbox },
    footer: [words.why(name)],
    links: [{ label: words.stop, url: `${PUBLIC_URL}/mail/digest/${stop}` }],
  });
  return { ...mail, unsubscribe: `${PUBLIC_URL}/api/mail/digest/${stop}` };
}
