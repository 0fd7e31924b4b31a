import { and, desc, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contactMerges } from "#db/schema/contact-links";
import { conversations, messages } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { readReceipts } from "#lib/conversations/read-messages";
import type { ReceiptView } from "#lib/conversations/view-message";
import type { Person } from "#lib/shops/actor";
import { JOINED_OTHERWISE } from "./continue-as";
import { listMyContacts, type MyContact } from "./my-contacts";
import { type MyShopHead, readMyHead } from "./view-my-head";

/** The most of one shop; older ones are in the shopper's export. */
const MOST = 100;

export type MyReceipt = ReceiptView & { shop: MyShopHead; placedAt: string };

/**
 * Ids of orders of hers that came by what somebody else said to be hers: through a merge, or placed in a chat she did not
 * sign in to. They may be another person's, and are not shown to her.
 */
const notOwn = ({ shopId, contactId }: MyContact) => sql`
  select jsonb_array_elements_text(${contactMerges.moved} -> 'orders') from ${contactMerges}
    where ${contactMerges.shopId} = ${shopId} and ${contactMerges.keptId} = ${contactId} and ${contactMerges.undoneAt} is null
  union all
  select ${messages.event} ->> 'orderId' from ${messages}
    join ${conversations} on ${conversations.shopId} = ${messages.shopId} and ${conversations.id} = ${messages.conversationId}
    join ${identities} on ${identities.shopId} = ${conversations.shopId} and ${identities.id} = ${conversations.identityId}
    where ${conversations.shopId} = ${shopId} and ${conversations.contactId} = ${contactId}
    and ${messages.kind} = 'event' and ${messages.event} ? 'orderId' and ${JOINED_OTHERWISE}`;

/** Every order of this person's own over all shops, the latest first; at most `most` of each shop. */
export async function listMyReceipts(person: Pick<Person, "id">, most = MOST): Promise<MyReceipt[]> {
  const found: MyReceipt[] = [];
  for (const one of await listMyContacts(person))
    found.push(
      ...(await inShop(one.shopId, async (tx) => {
        const shop = await readMyHead(tx, one.shopId);
        return (await readBought(tx, one, { ownOnly: true, most })).map((card) => ({ ...card, shop }));
      })),
    );
  return found.sort((a, b) => b.placedAt.localeCompare(a.placedAt));
}

/** A contact's orders, the latest first; with `ownOnly` those that are hers beyond doubt. */
export async function readBought(
  tx: Tx,
  one: MyContact,
  { ownOnly, most }: { ownOnly: boolean; most?: number },
): Promise<(ReceiptView & { placedAt: string })[]> {
  const { shopId, contactId } = one;
  const placed = tx
    .select({ id: orders.id, placedAt: orders.placedAt })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.contactId, contactId),
        ownOnly ? sql`(${orders.id})::text not in (${notOwn(one)})` : undefined,
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .$dynamic();
  const rows = await (most ? placed.limit(most) : placed);
  const cards = await readReceipts(
    tx,
    shopId,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, placedAt }) => {
    const card = cards.get(id);
    return card ? [{ ...card, placedAt: placedAt.toISOString() }] : [];
  });
}
