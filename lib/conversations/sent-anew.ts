import { and, eq, gt, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { receipts } from "#db/schema/orders";

const later = alias(receipts, "later");

/** Whether a message is a receipt that was sent anew since, and has not failed again. */
export async function isSentAnew(tx: Tx, shopId: string, messageId: string): Promise<boolean> {
  const [anew] = await tx
    .select({ id: later.id })
    .from(receipts)
    .innerJoin(
      later,
      and(
        eq(later.shopId, receipts.shopId),
        eq(later.conversationId, receipts.conversationId),
        eq(later.orderId, receipts.orderId),
        gt(later.revision, receipts.revision),
      ),
    )
    .innerJoin(messages, and(eq(messages.shopId, later.shopId), eq(messages.id, later.messageId)))
    .where(and(eq(receipts.shopId, shopId), eq(receipts.messageId, messageId), ne(messages.delivery, "failed")))
    .limit(1);
  return anew !== undefined;
}
