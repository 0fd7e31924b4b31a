import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import { orderLines, orders, receipts } from "#db/schema/orders";
import { readReference } from "#lib/connect/reference";
import { appendEvent } from "#lib/conversations/append-message";
import { messageStored } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { orderChanged } from "./events";
import type { StorefrontDelivery } from "./input";

type Incoming = StorefrontDelivery["order"];
type Stored = typeof orders.$inferSelect;

/**
 * Stores an order as its storefront tells it, whatever order the deliveries come in: a copy older than the one known
 * changes nothing. Receipts that were sent of it are updated in place. The order joins a contact only by the proof
 * that the checkout happened in her browser, never by name or e-mail.
 */
export async function storeOrder(shopId: string, source: string, incoming: Incoming): Promise<void> {
  await inShop(shopId, async (tx) => {
    const identity = await findIdentity(tx, shopId, incoming.customer.visitor);
    const known = await lockOrder(tx, shopId, source, incoming.id);
    const stored = known
      ? await update(tx, known, incoming, identity?.contactId)
      : await insert(tx, shopId, source, incoming, identity?.contactId);
    if (!stored) return;
    if (stored.sourceUpdatedAt.getTime() === new Date(incoming.updatedAt).getTime())
      await writeLines(tx, stored, incoming.lines);
    await refreshReceipts(tx, stored);
    if (!known && identity) {
      const conversation = await lockLatest(tx, shopId, identity.id);
      if (conversation)
        await appendEvent(tx, conversation, { type: "order_placed", orderId: stored.id, number: stored.number });
    }
    await orderChanged.record(tx, shopId, { orderId: stored.id, contactId: stored.contactId, version: stored.version });
  });
}

async function findIdentity(tx: Tx, shopId: string, reference: string | null | undefined) {
  const proven = reference ? readReference(shopId, reference) : null;
  if (!proven) return null;
  const [identity] = await tx
    .select({ id: identities.id, contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.id, proven.identityId)));
  return identity ?? null;
}

async function lockOrder(tx: Tx, shopId: string, source: string, externalId: string): Promise<Stored | null> {
  const [known] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.source, source), eq(orders.externalId, externalId)))
    .for("update");
  return known ?? null;
}

const columnsOf = (incoming: Incoming) => ({
  number: incoming.number,
  customerName: incoming.customer.name,
  customerEmail: incoming.customer.email ?? null,
  status: incoming.status,
  paid: incoming.paid,
  currency: incoming.currency,
  total: incoming.total,
  note: incoming.note ?? null,
  url: incoming.url ?? null,
  placedAt: new Date(incoming.placedAt),
  sourceUpdatedAt: new Date(incoming.updatedAt),
});

async function insert(
  tx: Tx,
  shopId: string,
  source: string,
  incoming: Incoming,
  contactId: string | undefined,
): Promise<Stored | null> {
  const [stored] = await tx
    .insert(orders)
    .values({ shopId, source, externalId: incoming.id, contactId: contactId ?? null, ...columnsOf(incoming) })
    .onConflictDoNothing()
    .returning();
  if (stored) return stored;
  const winner = await lockOrder(tx, shopId, source, incoming.id);
  return winner ? update(tx, winner, incoming, contactId) : null;
}

async function update(
  tx: Tx,
  known: Stored,
  incoming: Incoming,
  contactId: string | undefined,
): Promise<Stored | null> {
  const older = new Date(incoming.updatedAt) <= known.sourceUpdatedAt;
  if (older && (known.contactId !== null || !contactId)) return null;
  const [stored] = await tx
    .update(orders)
    .set({
      ...(older ? {} : columnsOf(incoming)),
      contactId: known.contactId ?? contactId ?? null,
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.shopId, known.shopId), eq(orders.id, known.id)))
    .returning();
  return stored ?? null;
}

async function writeLines(tx: Tx, order: Stored, lines: Incoming["lines"]): Promise<void> {
  await tx.delete(orderLines).where(and(eq(orderLines.shopId, order.shopId), eq(orderLines.orderId, order.id)));
  await tx.insert(orderLines).values(
    lines.map((line, position) => ({
      ...line,
      imageUrl: line.imageUrl ?? null,
      position,
      shopId: order.shopId,
      orderId: order.id,
    })),
  );
}

async function refreshReceipts(tx: Tx, order: Stored): Promise<void> {
  const sent = await tx
    .select({ messageId: receipts.messageId, conversationId: receipts.conversationId })
    .from(receipts)
    .where(and(eq(receipts.shopId, order.shopId), eq(receipts.orderId, order.id)));
  for (const receipt of sent) {
    await tx
      .update(messages)
      .set({ version: sql`${messages.version} + 1` })
      .where(and(eq(messages.shopId, order.shopId), eq(messages.id, receipt.messageId)));
    await messageStored.record(tx, order.shopId, receipt);
  }
}
