import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities, visitors } from "#db/schema/channels";
import { consentRecords, consentTexts, contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { answerMails, shopAccounts } from "#db/schema/identity";
import { imports } from "#db/schema/imports";
import { orders } from "#db/schema/orders";
import { dataRequests } from "#db/schema/privacy";
import { reports } from "#db/schema/reports";
import { attributes, claimedEmails, ratings } from "#db/schema/widget";
import { readBought } from "#lib/connect/list-my-receipts";
import { OWN_CHAT } from "#lib/connect/own-chats";
import { readMyHead } from "#lib/connect/view-my-head";
import { readFields, readNotes, withMerged } from "#lib/contacts/about/load-about";
import { LEDGER_COLUMNS, WORDS_OF_RECORD } from "#lib/contacts/ledger-record";
import { findFile } from "#lib/conversations/find-file";
import { readMessages } from "#lib/conversations/read-messages";
import { type VisitorMessageView, viewForVisitor } from "#lib/conversations/view-message";
import { getFile } from "#lib/core/files";

/** Whose data, and whether only what is her own beyond doubt: what she asks for herself. */
export type Subject = { shopId: string; contactId: string; ownOnly: boolean };

/** What she signs in as, which belongs to no shop. */
export type Login = { name: string; email: string | null; picture: string | null };

export type ShopRecord = Awaited<ReturnType<typeof readShopRecord>>;
type RatingRecord = { askedAt: string; score: number | null; comment: string; answeredAt: string | null };
type ConversationRecord = {
  id: string;
  channel: string;
  startedAt: string;
  status: string;
  /** How she said it went, each time she was asked. */
  ratings: RatingRecord[];
};
export type FileRecord = { name: string; type: string; base64: string };
export type MessageRecord = Omit<VisitorMessageView, "attachments" | "clientKey" | "version" | "event"> & {
  files: FileRecord[];
  /** What it said before its author changed it. */
  saidBefore: { body: string; until: string }[];
};

const fills = alias(imports, "fills");

/** What a shop holds of a contact beside what was said. */
export async function readShopRecord(tx: Tx, { shopId, contactId, ownOnly }: Subject) {
  const mine = and(eq(identities.shopId, shopId), eq(identities.contactId, contactId), ownOnly ? OWN_CHAT : undefined);
  const [contact] = await tx
    .select({
      name: contacts.name,
      email: contacts.email,
      language: contacts.locale,
      city: contacts.city,
      timeZone: contacts.timeZone,
      knownSince: contacts.createdAt,
      importedAt: imports.createdAt,
      filledAt: fills.createdAt,
      lastSeenAt: contacts.lastSeenAt,
      pausedUntil: contacts.pausedUntil,
      blockedAt: contacts.blockedAt,
    })
    .from(contacts)
    .leftJoin(imports, and(eq(imports.shopId, contacts.shopId), eq(imports.id, contacts.importId)))
    .leftJoin(fills, and(eq(fills.shopId, contacts.shopId), eq(fills.id, contacts.filledById)))
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const ways = await tx
    .select({
      channel: channels.kind,
      id: identities.externalId,
      loginId: identities.loginId,
      joinedBy: sql<string | null>`${identities.evidence} ->> 'way'`,
      since: identities.createdAt,
    })
    .from(identities)
    .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
    .where(mine)
    .orderBy(asc(identities.createdAt));
  const browsers = await tx
    .select({
      language: visitors.locale,
      page: visitors.page,
      firstSeenAt: visitors.createdAt,
      lastSeenAt: visitors.lastSeenAt,
    })
    .from(visitors)
    .innerJoin(identities, and(eq(identities.shopId, visitors.shopId), eq(identities.id, visitors.identityId)))
    .where(mine)
    .orderBy(asc(visitors.createdAt));
  const claimed = await tx
    .select({ email: claimedEmails.email, at: claimedEmails.at })
    .from(claimedEmails)
    .innerJoin(
      identities,
      and(eq(identities.shopId, claimedEmails.shopId), eq(identities.id, claimedEmails.identityId)),
    )
    .where(mine)
    .orderBy(asc(claimedEmails.at));
  const told = await tx
    .select({ name: attributes.name, value: attributes.value, signed: attributes.signed, at: attributes.at })
    .from(attributes)
    .innerJoin(identities, and(eq(identities.shopId, attributes.shopId), eq(identities.id, attributes.identityId)))
    .where(mine)
    .orderBy(asc(attributes.name));
  const permissions = await tx
    .select({
      at: consentRecords.at,
      purpose: consentRecords.purpose,
      action: consentRecords.action,
      act: consentRecords.act,
      words: consentTexts.text,
      language: consentRecords.locale,
      textVersion: consentRecords.textVersion,
      page: consentRecords.source,
      proof: LEDGER_COLUMNS,
      hash: consentRecords.hash,
    })
    .from(consentRecords)
    .innerJoin(consentTexts, WORDS_OF_RECORD)
    .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.contactId, contactId)))
    .orderBy(desc(consentRecords.at));
  const requests = await tx
    .select({
      kind: dataRequests.kind,
      askedAt: dataRequests.askedAt,
      dueAt: dataRequests.dueAt,
      completedAt: dataRequests.completedAt,
    })
    .from(dataRequests)
    .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.contactId, contactId)))
    .orderBy(desc(dataRequests.askedAt));
  const written = ownOnly ? { notes: [], fields: [] } : await readWritten(tx, { shopId, contactId });
  const reported = ownOnly ? await readReports(tx, { shopId, contactId }) : [];
  const { name } = await readMyHead(tx, shopId);
  return {
    shop: name,
    contact,
    identities: ways,
    browsers,
    claimedEmails: claimed,
    attributes: told,
    ...written,
    permissions,
    orders: await readOrders(tx, { shopId, contactId, ownOnly }),
    accounts: ownOnly ? [] : await readAccounts(tx, { shopId, contactId }),
    mails: await readMails(tx, { shopId, contactId, ownOnly }),
    requests,
    reports: reported,
  };
}

/** What members wrote down about her: in what the shop prepares, since a merge may have brought somebody else's. */
async function readWritten(tx: Tx, { shopId, contactId }: Omit<Subject, "ownOnly">) {
  const ids = await withMerged(tx, shopId, [contactId]);
  const notes = await readNotes(tx, shopId, ids);
  return { notes: notes.map(({ body, at }) => ({ body, at })), fields: await readFields(tx, shopId, ids) };
}

/** What she bought, and under which name and address. */
async function readOrders(tx: Tx, { ownOnly, ...hers }: Subject) {
  const bought = await readBought(tx, hers, { ownOnly });
  const given = await tx
    .select({ id: orders.id, name: orders.customerName, email: orders.customerEmail })
    .from(orders)
    .where(and(eq(orders.shopId, hers.shopId), eq(orders.contactId, hers.contactId)));
  const customers = new Map(given.map(({ id, ...customer }) => [id, customer]));
  return bought.map((order) => ({ ...order, customer: customers.get(order.orderId) ?? null }));
}

/**
 * Which accounts at the shop the shop says are hers: in what the shop prepares, since its own word may have named somebody
 * else's.
 */
async function readAccounts(tx: Tx, { shopId, contactId }: Omit<Subject, "ownOnly">) {
  return tx
    .select({ id: shopAccounts.userId, verifiedEmail: shopAccounts.verifiedEmail, since: shopAccounts.createdAt })
    .from(shopAccounts)
    .where(and(eq(shopAccounts.shopId, shopId), eq(shopAccounts.contactId, contactId)))
    .orderBy(asc(shopAccounts.createdAt));
}

/** The mails that told her of an answer: when, and to which address. */
async function readMails(tx: Tx, { shopId, contactId, ownOnly }: Subject) {
  return tx
    .select({ address: answerMails.address, at: answerMails.createdAt, conversationId: answerMails.conversationId })
    .from(answerMails)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, answerMails.shopId), eq(conversations.id, answerMails.conversationId)),
    )
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .where(and(eq(answerMails.shopId, shopId), eq(answerMails.contactId, contactId), ownOnly ? OWN_CHAT : undefined))
    .orderBy(asc(answerMails.createdAt));
}

/** What she reported of the shop: in what she takes herself, and in nothing that the shop prepares, which is not told. */
async function readReports(tx: Tx, { shopId, contactId }: Omit<Subject, "ownOnly">) {
  return tx
    .select({ at: reports.at, reason: reports.reason, messageId: reports.messageId })
    .from(reports)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, reports.shopId), eq(conversations.id, reports.conversationId)),
    )
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .where(and(eq(reports.shopId, shopId), eq(conversations.contactId, contactId), OWN_CHAT))
    .orderBy(desc(reports.at));
}

/** A contact's conversations, the oldest first. */
export async function listConversations(
  tx: Tx,
  { shopId, contactId, ownOnly }: Subject,
): Promise<ConversationRecord[]> {
  const rows = await tx
    .select({
      id: conversations.id,
      channel: channels.kind,
      startedAt: conversations.createdAt,
      status: conversations.status,
    })
    .from(conversations)
    .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .where(
      and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId), ownOnly ? OWN_CHAT : undefined),
    )
    .orderBy(asc(conversations.createdAt), asc(conversations.id));
  const given = await tx
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.shopId, shopId),
        inArray(
          ratings.conversationId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(ratings.seq));
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    ratings: given.filter(({ conversationId }) => conversationId === row.id).map(viewRating),
  }));
}

function viewRating({ askedAt, score, comment, answeredAt }: typeof ratings.$inferSelect): RatingRecord {
  return { askedAt: askedAt.toISOString(), score, comment, answeredAt: answeredAt?.toISOString() ?? null };
}

/** What was said in a conversation and reached her or came from her, with the files, page by page. */
export async function* messagesOf(shopId: string, conversationId: string): AsyncGenerator<MessageRecord> {
  for (let after = 0; ; ) {
    const page = await inShop(shopId, (tx) => readMessages(tx, shopId, conversationId, { after }));
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
    for (const held of page) {
      const message = viewForVisitor(held);
      const { attachments, clientKey: _, version: __, event: ___, ...rest } = message;
      if (message.kind === "event") continue;
      const files: FileRecord[] = [];
      for (const { id } of attachments) {
        const kept = await findFile(shopId, id);
        const bytes = kept && (await getFile(kept.storageKey));
        if (bytes) files.push({ name: kept.fileName, type: kept.contentType, base64: bytes.toString("base64") });
      }
      yield { ...rest, files, saidBefore: held.saidBefore };
    }
  }
}
