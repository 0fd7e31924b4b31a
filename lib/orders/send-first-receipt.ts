import { and, desc, eq, gt, inArray, isNull, like } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { orders, receipts } from "#db/schema/orders";
import { FIRST_MESSAGE_MS } from "#lib/contacts/decide-send";
import type { LockedConversation } from "#lib/conversations/access";
import { appendMessage } from "#lib/conversations/append-message";
import { checkSend } from "#lib/conversations/check-send";
import { messageQueued, messageStored } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { LOGIN_PREFIX } from "#lib/conversations/read-reach";
import { now } from "#lib/core/clock";
import { orderChanged } from "./events";

/**
 * Queues the receipt of an order she just placed as the one message that her opt-in of Login Connect allows, where the
 * shop chose that for the Page. Nothing goes when she wrote herself, when a message to her went or waits on that
 * strength, when the order has a receipt anywhere, when she placed another one since, or when it was placed longer ago
 * than such a message may go. Done again, it does nothing. Source: Messenger reference §1.7, permission.md, "first message after Login Connect".
 */
export async function sendFirstReceipt(shopId: string, { orderId }: { orderId: string }): Promise<void> {
  await inShop(shopId, async (tx) => {
    const identityId = await findInvited(tx, shopId, orderId);
    const conversation = identityId && (await lockLatest(tx, shopId, identityId));
    if (!conversation) return;
    const order = await lockFresh(tx, conversation, orderId);
    if (!order || (await hasReceipt(tx, shopId, orderId)) || (await isWrittenTo(tx, conversation))) return;
    const decision = await checkSend(tx, conversation, { message: "receipt", author: "automation" });
    if (!decision.allowed || decision.how?.to !== "login_id") return;
    const { message } = await appendMessage(tx, conversation, {
      ...{ kind: "receipt", author: "app", purpose: "order_updates", delivery: "queued" },
    });
    const ids = { conversationId: conversation.id, messageId: message.id };
    await tx.insert(receipts).values({ shopId, orderId, ...ids });
    await messageQueued.record(tx, shopId, ids);
    await messageStored.record(tx, shopId, ids);
    const { contactId } = conversation;
    await orderChanged.record(tx, shopId, { orderId, contactId, version: order.version });
  });
}

/**
 * The identity of the login under which the order was placed, on a Page that sends receipts first. An order that joined
 * her by the browser alone may be another person's, whose address she must not read.
 */
async function findInvited(tx: Tx, shopId: string, orderId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: identities.id })
    .from(orders)
    .innerJoin(identities, and(eq(identities.shopId, orders.shopId), eq(identities.contactId, orders.contactId)))
    .innerJoin(
      messengerPages,
      and(eq(messengerPages.shopId, identities.shopId), eq(messengerPages.channelId, identities.channelId)),
    )
    .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.id, orderId),
        eq(messengerPages.loginConnect, true),
        eq(messengerPages.receiptFirst, true),
        isNull(channels.disconnectedAt),
        eq(identities.loginId, orders.loginId),
        like(identities.externalId, `${LOGIN_PREFIX}%`),
        gt(identities.optedInAt, new Date(now().getTime() - FIRST_MESSAGE_MS)),
      ),
    )
    .orderBy(desc(identities.optedInAt))
    .limit(1);
  return found?.id ?? null;
}

/** The order while it is still hers, the last that she placed, lately, and neither called off nor paid back. */
async function lockFresh(tx: Tx, { shopId, contactId }: LockedConversation, orderId: string) {
  const [found] = await tx
    .select({ id: orders.id, version: orders.version, loginId: orders.loginId })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId), eq(orders.contactId, contactId), isFresh()))
    .for("share");
  const last = found?.loginId ? await findLastOrder(tx, shopId, found.loginId) : null;
  return found && found.id === last?.id ? found : null;
}

const isFresh = () =>
  and(
    inArray(orders.status, ["preparing", "shipped", "delivered"]),
    gt(orders.placedAt, new Date(now().getTime() - FIRST_MESSAGE_MS)),
  );

/** The order that was placed last under a login, as long as a receipt of it may be her first message. */
export async function findLastOrder(tx: Tx, shopId: string, loginId: string): Promise<{ id: string } | null> {
  const [found] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.loginId, loginId), isFresh()))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(1);
  return found ?? null;
}

/** Whether something is about to go to her there, or is held back for a moment by whoever wrote it. */
async function isWrittenTo(tx: Tx, { shopId, id }: LockedConversation): Promise<boolean> {
  const [found] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        inArray(messages.delivery, ["scheduled", "queued", "sending", "unconfirmed"]),
      ),
    )
    .limit(1);
  return found !== undefined;
}

async function hasReceipt(tx: Tx, shopId: string, orderId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: receipts.id })
    .from(receipts)
    .where(and(eq(receipts.shopId, shopId), eq(receipts.orderId, orderId)))
    .limit(1);
  return found !== undefined;
}
