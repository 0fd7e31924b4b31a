import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { conversationChannel, personChannel, shopChannel, visitorChannel } from "#lib/realtime/channels";
import type { Publication } from "#lib/realtime/publish";
import { firstName } from "#lib/shops/actor";
import { partsOf } from "./counts";
import { readCounts } from "./load-counts";
import { shownRead } from "./lower-read-mark";
import { givenNews } from "./push/given-news";
import { readMessage } from "./read-messages";
import { readRow } from "./view-conversation";
import { viewForVisitor } from "./view-message";

/** Above this an event carries ids only and its readers fetch the rest; the protocol's own limit is 10,240 bytes. */
const CARRIED_BYTES = 9_000;
const MOST_BROWSERS = 20;

function carry<T extends { id: string; seq: number; version: number }>(message: T): object {
  return Buffer.byteLength(JSON.stringify(message)) <= CARRIED_BYTES
    ? { message }
    : { messageId: message.id, seq: message.seq, version: message.version, large: true };
}

/** The browsers of the shopper that were here last. */
async function browsersOf(tx: Tx, shopId: string, conversationId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: visitors.id })
    .from(conversations)
    .innerJoin(
      visitors,
      and(eq(visitors.shopId, conversations.shopId), eq(visitors.identityId, conversations.identityId)),
    )
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId), isNull(visitors.revokedAt)))
    .orderBy(desc(visitors.lastSeenAt))
    .limit(MOST_BROWSERS);
  return rows.map((row) => visitorChannel(row.id));
}

/** Her own place, where she signed in: it is told that something changed, and reads what she may see. */
async function ownPlaceOf(tx: Tx, shopId: string, conversationId: string): Promise<Publication[]> {
  const [found] = await tx
    .select({ personId: contacts.personId })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
  if (!found?.personId) return [];
  return [{ channel: personChannel(found.personId), event: "mine.changed", data: { conversationId } }];
}

async function rowEvents(tx: Tx, shopId: string, conversationId: string): Promise<Publication[]> {
  const [row, counts] = await Promise.all([readRow(tx, shopId, conversationId), readCounts(tx, shopId)]);
  if (!row) return [];
  return [
    { channel: shopChannel(shopId), event: "conversation.changed", data: { row } },
    { channel: conversationChannel(conversationId), event: "conversation.changed", data: { row } },
    ...partsOf(counts).map((data) => ({
      channel: shopChannel(shopId),
      event: "counts.changed",
      data,
    })),
  ];
}

/**
 * Tells every screen that shows this message what it is now, and whom it gives the conversation to. Told twice, a
 * screen keeps one.
 */
export async function broadcastMessage(
  shopId: string,
  ids: { conversationId: string; messageId: string },
): Promise<Publication[]> {
  return inShop(shopId, async (tx): Promise<Publication[]> => {
    const [message, browsers, rows, own] = await Promise.all([
      readMessage(tx, shopId, ids.messageId),
      browsersOf(tx, shopId, ids.conversationId),
      rowEvents(tx, shopId, ids.conversationId),
      ownPlaceOf(tx, shopId, ids.conversationId),
    ]);
    if (!message) return [];
    const forVisitor = carry(viewForVisitor(message));
    const given = givenNews(message);
    return [
      { channel: conversationChannel(ids.conversationId), event: "message.stored", data: carry(message) },
      ...(given ? [{ channel: shopChannel(shopId), event: "member.given", data: given }] : []),
      ...browsers.map((channel) => ({ channel, event: "message.stored", data: forVisitor })),
      ...rows,
      ...own,
    ];
  });
}

/**
 * What every screen is told of how a conversation stands: its row, the counts, and to the shopper how far it was read
 * and whether it is closed.
 */
export async function broadcastConversation(shopId: string, ids: { conversationId: string }): Promise<Publication[]> {
  return inShop(shopId, async (tx): Promise<Publication[]> => {
    const standing = tx
      .select({
        memberReadSeq: conversations.memberReadSeq,
        shownReadSeq: conversations.shownReadSeq,
        name: persons.name,
        closed: sql<boolean>`${conversations.status} = 'closed'`,
      })
      .from(conversations)
      .leftJoin(members, and(eq(members.shopId, conversations.shopId), eq(members.id, conversations.assigneeId)))
      .leftJoin(persons, eq(persons.id, members.personId))
      .where(and(eq(conversations.shopId, shopId), eq(conversations.id, ids.conversationId)));
    const [[seen], browsers, rows] = await Promise.all([
      standing,
      browsersOf(tx, shopId, ids.conversationId),
      rowEvents(tx, shopId, ids.conversationId),
    ]);
    if (!seen) return [];
    const data = { memberReadSeq: shownRead(seen), closed: seen.closed, name: firstName(seen.name ?? "") };
    return [...rows, ...browsers.map((channel) => ({ channel, event: "seen", data }))];
  });
}
