import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { orders, receipts } from "#db/schema/orders";
import { readReceipts } from "#lib/conversations/read-messages";
import type { ReceiptView } from "#lib/conversations/view-message";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import type { OrdersOfContact } from "./input";

const LIMIT = 20;

export type OrderView = Omit<ReceiptView, "orderId"> & { id: string; placedAt: string; receiptIn: string[] };

/** A contact's twenty latest orders, and the conversations that have their receipts as they are now; a failed one is none. */
export async function listOrdersOfContact(actor: MemberActor, input: OrdersOfContact): Promise<OrderView[]> {
  return inShop(actor.shopId, async (tx) => {
    const [contact] = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.shopId, actor.shopId), eq(contacts.id, input.contactId)));
    if (!contact) throw notFound("contact");
    const found = await tx
      .select({ id: orders.id, placedAt: orders.placedAt })
      .from(orders)
      .where(and(eq(orders.shopId, actor.shopId), eq(orders.contactId, contact.id)))
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(LIMIT);
    const ids = found.map((order) => order.id);
    const cards = await readReceipts(tx, actor.shopId, ids);
    const sent = ids.length
      ? await tx
          .select({
            ...{ orderId: receipts.orderId, conversationId: receipts.conversationId },
            sentVersion: receipts.sentVersion,
          })
          .from(receipts)
          .innerJoin(messages, and(eq(messages.shopId, receipts.shopId), eq(messages.id, receipts.messageId)))
          .where(
            and(eq(receipts.shopId, actor.shopId), inArray(receipts.orderId, ids), ne(messages.delivery, "failed")),
          )
      : [];
    return found.flatMap(({ id, placedAt }) => {
      const card = cards.get(id);
      if (!card) return [];
      const { orderId: _, ...rest } = card;
      const shows = ({ orderId, sentVersion }: (typeof sent)[number]) =>
        orderId === id && (sentVersion === null || sentVersion >= card.version);
      const receiptIn = [...new Set(sent.filter(shows).map((receipt) => receipt.conversationId))];
      return [{ ...rest, id, placedAt: placedAt.toISOString(), receiptIn }];
    });
  });
}
