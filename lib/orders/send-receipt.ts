import { and, desc, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { orders, receipts } from "#db/schema/orders";
import { lockConversation } from "#lib/conversations/access";
import { appendMessage, findByClientKey, found } from "#lib/conversations/append-message";
import { checkSend, requireAllowed } from "#lib/conversations/check-send";
import { messageQueued, messageStored } from "#lib/conversations/events";
import { readMessage } from "#lib/conversations/read-messages";
import type { MessageView } from "#lib/conversations/view-message";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { orderChanged } from "./events";
import type { SendReceipt } from "./input";

/**
 * Queues an order's receipt into its contact's conversation. A conversation holds one receipt of an order, which
 * shows the order as it is: sending it again, or anything under the same `clientKey`, answers with the first. Another
 * goes where that one failed, and where a platform keeps what it was given of an order that has changed.
 */
export async function sendReceipt(actor: MemberActor, input: SendReceipt): Promise<MessageView> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    const [order] = await tx
      .select({ id: orders.id, version: orders.version })
      .from(orders)
      .where(
        and(
          eq(orders.shopId, actor.shopId),
          eq(orders.id, input.orderId),
          eq(orders.contactId, conversation.contactId),
        ),
      )
      .for("share");
    if (!order) throw notFound("order");
    const [sent] = await tx
      .select({
        ...{ messageId: receipts.messageId, revision: receipts.revision, sentVersion: receipts.sentVersion },
        delivery: messages.delivery,
      })
      .from(receipts)
      .innerJoin(messages, and(eq(messages.shopId, receipts.shopId), eq(messages.id, receipts.messageId)))
      .where(
        and(
          eq(receipts.shopId, actor.shopId),
          eq(receipts.conversationId, conversation.id),
          eq(receipts.orderId, order.id),
        ),
      )
      .orderBy(desc(receipts.revision))
      .limit(1);
    const isOld = sent && sent.sentVersion !== null && sent.sentVersion < order.version;
    const already =
      (isOld || sent?.delivery === "failed" ? undefined : sent?.messageId) ??
      (await findByClientKey(tx, conversation, input.clientKey))?.id;
    if (already) return found(await readMessage(tx, actor.shopId, already));
    requireAllowed(await checkSend(tx, conversation, { message: "receipt", author: "member" }));

    const { message } = await appendMessage(
      tx,
      conversation,
      {
        kind: "receipt",
        author: "member",
        memberId: actor.memberId,
        purpose: "order_updates",
        clientKey: input.clientKey,
        delivery: "queued",
      },
      { memberReadSeq: conversation.lastSeq + 1, unread: 0 },
    );
    const ids = { conversationId: conversation.id, messageId: message.id };
    await tx.insert(receipts).values({
      ...{ shopId: actor.shopId, orderId: order.id, revision: (sent?.revision ?? 0) + 1 },
      ...ids,
    });
    await messageQueued.record(tx, actor.shopId, ids);
    await messageStored.record(tx, actor.shopId, ids);
    await orderChanged.record(tx, actor.shopId, {
      orderId: order.id,
      contactId: conversation.contactId,
      version: order.version,
    });
    return found(await readMessage(tx, actor.shopId, message.id));
  });
}
