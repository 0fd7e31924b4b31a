import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { orderLines, orders } from "#db/schema/orders";

/**
 * Leaves of a contact's orders what accounts need, and nothing of her: number, sums, state and dates. The storefront
 * keeps the invoice. Source: Code de commerce L123-22, GDPR art. 17(3)(b).
 */
export async function stripOrders(tx: Tx, shopId: string, contactIds: string[]): Promise<void> {
  const stripped = await tx
    .update(orders)
    .set({
      contactId: null,
      customerName: "",
      customerEmail: null,
      loginId: null,
      note: null,
      url: null,
      discounts: [],
      paymentMethod: null,
      shipTo: null,
      erasedAt: sql`clock_timestamp()`,
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.shopId, shopId), inArray(orders.contactId, contactIds)))
    .returning({ id: orders.id });
  if (stripped.length === 0) return;
  await tx.delete(orderLines).where(
    and(
      eq(orderLines.shopId, shopId),
      inArray(
        orderLines.orderId,
        stripped.map(({ id }) => id),
      ),
    ),
  );
}
