import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { conversations, messages } from "#db/schema/conversations";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { firstName, type Person } from "#lib/shops/actor";
import { listMyContacts, type MyContact } from "./my-contacts";
import { OWN_CHAT } from "./own-chats";
import { type MyShopHead, readMyHead } from "./view-my-head";

/** The most of one shop; older ones are in the shopper's export. */
const MOST = 50;
const PREVIEW = 140;

/** One conversation of a shopper's own, as her list shows it. */
export type MyConversation = {
  id: string;
  shop: MyShopHead;
  channel: "web_chat" | "messenger";
  lastMessageAt: string;
  /** Messages of the shop she has not seen. */
  unread: number;
  last: { mine: boolean; authorName: string | null; kind: "text" | "receipt" | "other"; text: string } | null;
};

/** What reached her or came from her: the rest of a thread is the shop's own. */
export const REACHED: SQL = sql`${messages.kind} not in ('event', 'note') and (${messages.author} = 'contact' or ${messages.delivery} = 'sent')`;

/** Every conversation of this person's own over all shops, the latest first. */
export async function listMyConversations(person: Pick<Person, "id">): Promise<MyConversation[]> {
  const found: MyConversation[] = [];
  for (const one of await listMyContacts(person))
    found.push(...(await inShop(one.shopId, (tx) => readMyConversations(tx, one))));
  return found.sort((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt));
}

async function readMyConversations(tx: Tx, { shopId, contactId }: MyContact): Promise<MyConversation[]> {
  const shop = await readMyHead(tx, shopId);
  const mine = sql`${messages.shopId} = ${conversations.shopId} and ${messages.conversationId} = ${conversations.id}`;
  const latest = sql`(select ${messages.id} from ${messages} where ${mine} and ${REACHED} order by ${messages.seq} desc limit 1)`;
  const rows = await tx
    .select({
      id: conversations.id,
      channel: channels.kind,
      lastMessageAt: conversations.lastMessageAt,
      unread: sql<number>`(select count(*)::int from ${messages} where ${mine} and ${REACHED}
        and ${messages.author} <> 'contact' and ${messages.seq} > ${conversations.contactReadSeq})`,
      lastId: sql<string | null>`${latest}`,
    })
    .from(conversations)
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId), OWN_CHAT))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(MOST);
  const found: MyConversation[] = [];
  for (const { lastId, lastMessageAt, ...row } of rows)
    found.push({
      ...row,
      shop,
      lastMessageAt: lastMessageAt.toISOString(),
      last: lastId === null ? null : await readLast(tx, shopId, lastId),
    });
  return found;
}

async function readLast(tx: Tx, shopId: string, messageId: string): Promise<MyConversation["last"]> {
  const [last] = await tx
    .select({ author: messages.author, kind: messages.kind, body: messages.body, name: persons.name })
    .from(messages)
    .leftJoin(members, and(eq(members.shopId, messages.shopId), eq(members.id, messages.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
  if (!last) return null;
  return {
    mine: last.author === "contact",
    authorName: last.name ? firstName(last.name) : null,
    kind: last.kind === "receipt" ? "receipt" : last.body.trim() ? "text" : "other",
    text: last.body.slice(0, PREVIEW).replace(/[\ud800-\udbff]$/, ""),
  };
}
