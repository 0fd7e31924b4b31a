import { inShop } from "#db/in-shop";
import { proofId } from "#lib/contacts/ledger-record";
import { now } from "#lib/core/clock";
import { escapeHtml } from "#lib/core/escape-html";
import { type Format, formatIn } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import {
  type FileRecord,
  type Login,
  listConversations,
  type MessageRecord,
  messagesOf,
  readShopRecord,
  type ShopRecord,
  type Subject,
} from "./records";

/** A readable page names the zone it means: it is read anywhere. */
const ZONE = "UTC";
const SHOWN_PICTURE = /^image\/(png|jpeg|gif|webp)$/;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #bbb;padding:.35rem .5rem .35rem 0;text-align:left;vertical-align:top}
article{border-top:1px solid #bbb;padding:.5rem 0;white-space:pre-wrap}small{color:#555}img{max-width:100%;height:auto}
@media(prefers-color-scheme:dark){body{background:#1b1719;color:#eee}small{color:#bbb}}`;

/** What a person wrote, as text of the page and never as its markup. */
const text = (value: string | null | undefined) => escapeHtml(value ?? "");

function row(name: string, value: string | null | undefined): string {
  return value ? `<tr><th scope="row">${text(name)}</th><td>${text(value)}</td></tr>` : "";
}

/** Everything held of somebody, as a page that needs nothing else: no script, no request. */
export async function* writePage(
  subjects: readonly Subject[],
  locale: Locale,
  login: Login | null = null,
): AsyncGenerator<string> {
  const words = messagesFor(locale).dataExport;
  const format = formatIn(locale, ZONE);
  const title = text(words.title);
  yield `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
  yield `<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1>`;
  yield `<p>${text(words.lead(format.instant(now()), ZONE))}</p>`;
  if (login)
    yield table(words.login, [
      row(words.name, login.name),
      row(words.email, login.email),
      row(words.picture, login.picture),
    ]);
  if (subjects.length === 0) yield `<p>${text(words.nothing)}</p>`;
  for (const subject of subjects) yield* writeShop(subject, locale, format);
  yield "</body></html>\n";
}

async function* writeShop(subject: Subject, locale: Locale, format: Format): AsyncGenerator<string> {
  const words = messagesFor(locale).dataExport;
  const { record, threads } = await inShop(subject.shopId, async (tx) => ({
    record: await readShopRecord(tx, subject),
    threads: await listConversations(tx, subject),
  }));
  yield `<section><h2>${text(record.shop)}</h2>${about(record, locale, format)}`;
  for (const thread of threads) {
    yield `<h3>${text(words.conversation(format.instant(thread.startedAt)))}</h3>`;
    for await (const message of messagesOf(subject.shopId, thread.id)) yield said(message, locale, format);
    for (const { score, comment } of thread.ratings)
      if (score) yield `<p>${text([words.rating(score), comment].filter(Boolean).join(", "))}</p>`;
  }
  yield "</section>";
}

function about(
  {
    contact,
    identities,
    browsers,
    claimedEmails,
    attributes,
    notes,
    fields,
    permissions,
    orders,
    requests,
    reports,
    accounts,
    mails,
  }: ShopRecord,
  locale: Locale,
  format: Format,
): string {
  const messages = messagesFor(locale);
  const words = messages.dataExport;
  const when = (at: Date | null | undefined) => (at ? format.instant(at) : null);
  const facts = [
    row(words.name, contact?.name),
    row(words.email, contact?.email),
    ...claimedEmails.map(({ email, at }) => row(words.claimed, `${email}, ${format.instant(at)}`)),
    ...attributes.map(({ name, value, at }) => row(words.told(name), `${value}, ${format.instant(at)}`)),
    ...accounts.map(({ id, verifiedEmail }) => row(words.account, [id, verifiedEmail].filter(Boolean).join(", "))),
    ...mails.map(({ address, at }) => row(words.mailed, `${address}, ${format.instant(at)}`)),
    ...fields.map(({ name, value }) => row(words.field(name), value)),
    ...notes.map(({ body, at }) => row(words.noted, `${body}, ${format.instant(at)}`)),
    row(words.city, contact?.city),
    row(words.language, contact?.language),
    row(words.zone, contact?.timeZone),
    row(words.knownSince, when(contact?.knownSince)),
    row(words.source, contact?.importedAt ? words.imported(format.instant(contact.importedAt)) : null),
    row(words.source, contact?.filledAt ? words.filled(format.instant(contact.filledAt)) : null),
    row(words.lastSeen, when(contact?.lastSeenAt)),
    row(words.pausedUntil, when(contact?.pausedUntil)),
    row(words.blockedAt, when(contact?.blockedAt)),
    ...identities.map(({ channel, id, since }) =>
      row(words.knownBy(messages.common.channels[channel]), `${id}, ${format.instant(since)}`),
    ),
    ...browsers.map(({ page, firstSeenAt, lastSeenAt }) =>
      row(
        words.browser,
        [page, `${format.instant(firstSeenAt)} – ${format.instant(lastSeenAt)}`].filter(Boolean).join(", "),
      ),
    ),
  ];
  const acts = permissions.map((act) =>
    row(
      format.instant(act.at),
      `${messages.permissions.names[act.purpose]}: ${recordOf(messages.me.records, act.action)}. « ${act.words} » (${proofId(act.hash)})`,
    ),
  );
  const bought = orders.map((order) =>
    row(
      order.number,
      [
        format.money(order.total, order.currency),
        messages.receipts.status[order.status],
        format.instant(order.placedAt),
        ...order.lines.map((line) => `${line.quantity} × ${line.title}`),
        ...(order.shipTo ? Object.values(order.shipTo) : []),
        order.customer?.name,
        order.customer?.email,
        order.paymentMethod,
        order.note,
      ]
        .filter(Boolean)
        .join(", "),
    ),
  );
  const asked = requests.map((one) =>
    row(words.kinds[one.kind], words.asked(format.instant(one.askedAt), format.date(one.dueAt))),
  );
  const reported = reports.map(({ at, reason }) =>
    row(format.instant(at), reason ? messages.myPlace.reportReasons[reason] : messages.myPlace.reported),
  );
  return (
    table(words.about, facts) +
    table(messages.permissions.title, acts) +
    table(words.orders, bought) +
    table(words.requests, asked) +
    table(words.reports, reported)
  );
}

const recordOf = (records: Record<string, string>, action: string) => records[action] ?? action;

function table(title: string, rows: readonly string[]): string {
  const inside = rows.join("");
  return inside ? `<h3>${text(title)}</h3><table><tbody>${inside}</tbody></table>` : "";
}

function said(message: MessageRecord, locale: Locale, format: Format): string {
  const { myPlace, receipts } = messagesFor(locale);
  const who = message.author === "contact" ? myPlace.me : (message.authorName ?? myPlace.automatic);
  const card = message.receipt
    ? `\n${receipts.title(message.receipt.number)}, ${format.money(message.receipt.total, message.receipt.currency)}`
    : "";
  const files = message.files.map(shown).join("");
  return `<article><small>${text(who)} · ${text(format.instant(message.createdAt))}</small>\n${text(message.unsent ? myPlace.takenBack : message.body + card)}${files}</article>`;
}

/** Pictures are shown; any other file is given as a download inside the page. */
function shown({ name, type, base64 }: FileRecord): string {
  if (SHOWN_PICTURE.test(type)) return `<p><img alt="${text(name)}" src="data:${type};base64,${base64}"></p>`;
  return `<p><a download="${text(name)}" href="data:application/octet-stream;base64,${base64}">${text(name || type)}</a></p>`;
}
