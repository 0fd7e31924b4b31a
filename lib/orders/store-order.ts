import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import { orderLines, orders, receipts } from "#db/schema/orders";
import { browserOf, identityOfLogin, joinBrowser } from "#lib/connect/browser-of";
import { readReference } from "#lib/connect/reference";
import { appendEvent } from "#lib/conversations/append-message";
import { messageStored } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { MINUTE, now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { orderChanged } from "./events";
import type { OrderDelivery } from "./input";
import { columnsOf, isNewerCopy } from "./is-newer-copy";
import { recordCheckout } from "./record-checkout";

type Incoming = OrderDelivery["order"];
type Stored = typeof orders.$inferSelect;

/**
 * Stores an order as its storefront tells it, whatever order the deliveries come in: a copy older than the one known
 * changes nothing. Receipts that were sent of it are updated in place. The order joins a contact only by the proof
 * that the checkout happened in her browser or under her login there, never by name or e-mail.
 */
export async function storeOrder(shopId: string, source: string, incoming: Incoming): Promise<void> {
  await inShop(shopId, async (tx) => {
    const buyer = await lockBuyer(tx, shopId, incoming.customer);
    const fresh = await insert(tx, shopId, source, incoming, buyer?.contactId);
    const known = fresh ? null : await lockOrder(tx, shopId, source, incoming.id);
    if (known?.erasedAt) return followErased(tx, known, incoming);
    const replaces = known ? await isNewerCopy(tx, known, incoming) : true;
    const joins = buyer !== null && !known?.contactId;
    if (!replaces && !joins) return;
    const stored = fresh ?? (await update(tx, known, replaces ? incoming : null, buyer?.contactId));
    if (replaces) await writeLines(tx, stored, incoming.lines);
    if (known) await refreshReceipts(tx, stored);
    if (joins) {
      const placed = { type: "order_placed" as const, orderId: stored.id, number: stored.number };
      if (buyer.conversation) buyer.conversation = await appendEvent(tx, buyer.conversation, placed);
    }
    if (buyer && stored.contactId === buyer.contactId) await recordCheckout(tx, stored, buyer, incoming);
    await orderChanged.record(tx, shopId, { orderId: stored.id, contactId: stored.contactId, version: stored.version });
  });
}

/**
 * Whose the order is: the chat's the checkout was made from, else whoever is known by the login the storefront saw.
 * Both together are one person, as far as `browserOf` says.
 * Her conversation is locked first, so that she does not move meanwhile.
 */
async function lockBuyer(tx: Tx, shopId: string, { visitor, loginId }: Incoming["customer"]) {
  const login = loginId ? await identityOfLogin(tx, shopId, loginId) : null;
  const browser = login && loginId ? await browserOf(tx, shopId, visitor, loginId) : null;
  if (login && browser) await joinBrowser(tx, shopId, login.contactId, browser);
  const proven = visitor ? readReference(shopId, visitor) : null;
  const identityId = proven?.identityId ?? login?.id;
  if (!identityId) return null;
  const conversation = await lockLatest(tx, shopId, identityId);
  const [identity] = await tx
    .select({ contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)))
    .for("share");
  return identity ? { contactId: identity.contactId, conversation } : null;
}

async function lockOrder(tx: Tx, shopId: string, source: string, externalId: string): Promise<Stored> {
  const [known] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.source, source), eq(orders.externalId, externalId)))
    .for("update");
  if (!known) throw new Error("an order vanished between two statements");
  return known;
}

/** The order as stored now, or null when the shop had it already. */
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
  return stored ?? null;
}

async function update(
  tx: Tx,
  known: Stored | null,
  incoming: Incoming | null,
  contactId: string | undefined,
): Promise<Stored> {
  if (!known) throw new Error("an order is neither new nor known");
  const [stored] = await tx
    .update(orders)
    .set({
      ...(incoming ? columnsOf(incoming) : {}),
      contactId: known.contactId ?? contactId ?? null,
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.shopId, known.shopId), eq(orders.id, known.id)))
    .returning();
  if (!stored) throw new Error("a locked order vanished");
  return stored;
}

/**
 * Of an order whose buyer was erased only its state and its sums follow; nothing of the person comes back, and the
 * delivery that told of it is emptied once it is settled.
 */
async function followErased(tx: Tx, known: Stored, incoming: Incoming): Promise<void> {
  const { shopId, externalId } = known;
  await addJob(tx, "forgetOrder", { shopId, externalId }, { runAt: new Date(now().getTime() + MINUTE) });
  if (!(await isNewerCopy(tx, known, incoming))) return;
  const { status, paid, total, sourceUpdatedAt } = columnsOf(incoming);
  const [followed] = await tx
    .update(orders)
    .set({ status, paid, total, sourceUpdatedAt, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.shopId, known.shopId), eq(orders.id, known.id)))
    .returning({ version: orders.version });
  if (!followed) throw new Error("a locked order vanished");
  await orderChanged.record(tx, shopId, { orderId: known.id, contactId: null, version: followed.version });
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
