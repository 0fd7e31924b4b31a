import { and, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { parseSearch } from "./parse-search";
import { SearchShop } from "./search-input";
import { searchOrders, searchPeople } from "./search-people";
import type { Status } from "./view-conversation";

export const FindConversations = SearchShop.pick({ q: true });
type FindConversations = z.output<typeof FindConversations>;

/** `order`: the number by which it was found; null where that was the name. */
export type NamedConversation = {
  id: string;
  status: Status;
  name: string;
  order: string | null;
  lastMessageAt: string;
};

const MOST = 8;

/** Conversations by the name of the contact, or by the number of one of her orders; the last written first. */
export async function findConversations(
  actor: MemberActor,
  { q }: FindConversations,
): Promise<{ conversations: NamedConversation[] }> {
  const asked = parseSearch(q);
  return inShop(actor.shopId, async (tx) => {
    const orders = await searchOrders(tx, actor, asked);
    const people = await searchPeople(tx, actor, asked);
    const numbers = new Map<string, string>();
    for (const { contactId, number } of orders)
      if (contactId && !numbers.has(contactId)) numbers.set(contactId, number.map(({ text }) => text).join(""));
    const contactIds = [...new Set([...numbers.keys(), ...people.map(({ id }) => id)])];
    if (contactIds.length === 0) return { conversations: [] };
    const rows = await tx
      .select({
        id: conversations.id,
        status: conversations.status,
        contactId: conversations.contactId,
        name: contacts.name,
        lastMessageAt: conversations.lastMessageAt,
      })
      .from(conversations)
      .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
      .where(and(eq(conversations.shopId, actor.shopId), inArray(conversations.contactId, contactIds)))
      .orderBy(desc(conversations.lastMessageAt))
      .limit(MOST);
    return {
      conversations: rows.map(({ contactId, lastMessageAt, ...row }) => ({
        ...row,
        order: numbers.get(contactId) ?? null,
        lastMessageAt: lastMessageAt.toISOString(),
      })),
    };
  });
}
