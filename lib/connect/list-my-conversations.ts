import { and, desc, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { conversations, messages } from "#db/schema/conversations";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { REACHED } from "#lib/conversations/reached";
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

/** Every conversation of this person's own over all shops, the latest first. */
export async function listMyConversations(person: Pick<Person, "id">): Promise<MyConversation[]> {
  const found: MyConversation[] = [];
  for (const one of await listMyContacts(person))
    found.push(...(await inShop(one.shopId, (tx) => readMyConversations(tx, one))));
  return found.sort((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt));
}

async function readMyConversations(tx: Tx, { shopId, contactId }: MyContact): Promise<MyConversation[]> {
  const shop = await readMyHead(tx, shopId);
  const reached = and(eq(messages.shopId, shopId), eq(messages.conversationId, conversations.id), REACHED);
  const last = tx
    .select({ author: messages.author, kind: messages.kind, body: messages.body, name: persons.name })
    .from(messages)
    .leftJoin(members, and(eq(members.shopId, messages.shopId), eq(members.id, messages.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(reached)
    .orderBy(desc(messages.seq))
    .limit(1)
    .as("last");
  const rows = await tx
    .select({
      id: conversations.id,
      channel: channels.kind,
      lastMessageAt: conversations.lastMessageAt,
      unread: sql<number>`(select count(*)::int from ${messages} where ${reached}
        and ${messages.author} <> 'contact' and ${messages.seq} > ${conversations.contactReadSeq})`,
      last: { author: last.author, kind: last.kind, body: last.body, name: last.name },
    })
    .from(conversations)
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
    .leftJoinLateral(last, sql`true`)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId), OWN_CHAT))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(MOST);
  return rows.map(({ last, lastMessageAt, ...row }) => ({
    ...row,
    shop,
    lastMessageAt: lastMessageAt.toISOString(),
    last: last && viewLast(last),
  }));
}

type Last = Pick<typeof messages.$inferSelect, "author" | "kind" | "body"> & { name: string | null };

function viewLast({ author, kind, body, name }: Last): MyConversation["last"] {
  return {
    mine: author === "contact",
    authorName: name ? firstName(name) : null,
    kind: kind === "receipt" ? "receipt" : body.trim() ? "text" : "other",
    text: body.slice(0, PREVIEW).replace(/[\ud800-\udbff]$/, ""),
  };
}
