import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { orders } from "#db/schema/orders";
import { appendEvent } from "#lib/conversations/append-message";
import { lockLatest } from "#lib/conversations/open-conversation";
import { orderChanged } from "./events";
import { findLastOrder, sendFirstReceipt } from "./send-first-receipt";

/**
 * What was placed under a login before the opt-in made it known joins her now, as it would with the order's next change,
 * and the receipt of the order she just placed goes as her first message where `sendFirstReceipt` lets it. Done again, it
 * does nothing.
 */
export async function joinEarlierOrders(shopId: string, { identityId }: { identityId: string }): Promise<void> {
  const last = await inShop(shopId, async (tx) => {
    const loginId = await joinOrders(tx, shopId, identityId);
    return loginId && findLastOrder(tx, shopId, loginId);
  });
  if (last) await sendFirstReceipt(shopId, { orderId: last.id });
}

/** Gives the login's orders that are nobody's yet to her. Her conversation is locked first, so that she does not move meanwhile. */
async function joinOrders(tx: Tx, shopId: string, identityId: string): Promise<string | null> {
  let conversation = await lockLatest(tx, shopId, identityId);
  const [identity] = await tx
    .select({ loginId: identities.loginId, contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)))
    .for("share");
  if (!identity?.loginId) return null;
  const { loginId, contactId } = identity;
  const nobodys = await tx
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(
      and(eq(orders.shopId, shopId), eq(orders.loginId, loginId), isNull(orders.contactId), isNull(orders.erasedAt)),
    )
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .for("update");
  for (const { id: orderId, number } of nobodys) {
    const [joined] = await tx
      .update(orders)
      .set({ contactId, version: sql`${orders.version} + 1` })
      .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId)))
      .returning({ version: orders.version });
    if (!joined) throw new Error("a locked order vanished");
    if (conversation) conversation = await appendEvent(tx, conversation, { type: "order_placed", orderId, number });
    await orderChanged.record(tx, shopId, { orderId, contactId, version: joined.version });
  }
  return loginId;
}
