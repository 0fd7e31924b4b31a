import { and, asc, between, desc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { orderLines, orders, receipts } from "#db/schema/orders";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { readParts } from "./read-parts";
import { sumsOf } from "./receipt-sums";
import { type MessageView, type ReceiptView, refusalOf } from "./view-message";

const PAGE = 50;
const CATCH_UP = 200;
/** Older messages that came in after what is shown as the latest, and are loaded with it. */
const MOST_LATE = 1_000;

type Range = { after: number } | { before: number } | { last: true } | { around: number } | { ids: string[] };

/**
 * Messages of one conversation in order of `seq`: the last page, the page before one, what came after one, or the page
 * that has one in its middle. The last page reaches back to what was written last, when older messages have come in
 * after it.
 */
export async function readMessages(
  tx: Tx,
  shopId: string,
  conversationId: string,
  range: Range,
): Promise<MessageView[]> {
  const ascending = "after" in range || "around" in range || "ids" in range;
  const edge = edgeOf(tx, shopId, conversationId, range);
  const rows = await tx
    .select({ message: messages, memberName: persons.name, orderId: receipts.orderId })
    .from(messages)
    .leftJoin(members, and(eq(members.shopId, messages.shopId), eq(members.id, messages.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(receipts, and(eq(receipts.shopId, messages.shopId), eq(receipts.messageId, messages.id)))
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId), edge))
    .orderBy(ascending ? asc(messages.seq) : desc(messages.seq))
    .limit(ascending ? CATCH_UP : "last" in range ? PAGE + MOST_LATE : PAGE);
  const cards = await readReceipts(
    tx,
    shopId,
    rows.flatMap((row) => row.orderId ?? []),
  );
  const parts = await readParts(
    tx,
    shopId,
    rows.map((row) => row.message),
  );
  const views = rows.map(({ message, memberName, orderId }): MessageView => {
    const { id, conversationId: of, seq, version, kind, author, memberId, body, event, delivery, purpose } = message;
    return {
      ...{ id, conversationId: of, seq, version, kind, author, memberId, body, event, delivery, purpose },
      authorName: memberName,
      receipt: orderId ? (cards.get(orderId) ?? null) : null,
      clientKey: message.clientKey,
      ...parts(message),
      ...(message.unsentAt ? { reactions: [] } : {}),
      payload: message.payload,
      edited: message.editedAt !== null,
      unsent: message.unsentAt !== null,
      problem: message.problem,
      refusal: refusalOf(delivery, message.decision),
      sendAt: message.sendAt?.toISOString() ?? null,
      createdAt: message.createdAt.toISOString(),
    };
  });
  return ascending ? views : views.reverse();
}

function edgeOf(tx: Tx, shopId: string, conversationId: string, range: Range): SQL {
  if ("after" in range) return gt(messages.seq, range.after);
  if ("before" in range) return lt(messages.seq, range.before);
  if ("around" in range) return between(messages.seq, range.around - PAGE / 2, range.around + PAGE / 2);
  if ("ids" in range) return inArray(messages.id, range.ids);
  const { lastSeq, latestSeq } = conversations;
  const shown = tx
    .select({ from: sql`greatest(least(${lastSeq}, ${latestSeq}), ${lastSeq} - ${MOST_LATE}) - ${PAGE}` })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
  return gt(messages.seq, sql`(${shown})`);
}

/** The cards of several orders as they are now, by order id. */
export async function readReceipts(tx: Tx, shopId: string, orderIds: string[]): Promise<Map<string, ReceiptView>> {
  if (orderIds.length === 0) return new Map();
  const found = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, orderIds)));
  const lines = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), inArray(orderLines.orderId, orderIds)))
    .orderBy(asc(orderLines.position));
  return new Map(
    found.map((order) => {
      const bought = lines
        .filter((line) => line.orderId === order.id)
        .map(({ title, quantity, unitAmount, imageUrl }) => ({ title, quantity, unitAmount, imageUrl }));
      const card: ReceiptView = {
        orderId: order.id,
        number: order.number,
        status: order.status,
        paid: order.paid,
        currency: order.currency,
        total: order.total,
        note: order.note,
        url: order.url,
        sums: sumsOf({ ...order, lines: bought }),
        paymentMethod: order.paymentMethod,
        shipTo: order.shipTo,
        version: order.version,
        lines: bought,
      };
      return [order.id, card];
    }),
  );
}

/** One message wherever it stands in its shop, with its conversation's id, or null. */
export async function readMessage(tx: Tx, shopId: string, messageId: string): Promise<MessageView | null> {
  const [place] = await tx
    .select({ conversationId: conversations.id })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
  if (!place) return null;
  const [view] = await readMessages(tx, shopId, place.conversationId, { ids: [messageId] });
  return view ?? null;
}
