import { eq } from "drizzle-orm";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";
import { sandboxOrders } from "#db/schema/sandbox";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { queueDelivery } from "./deliver-order";
import { NEXT_STATUSES, ORDER_STATUSES, StorefrontOrder } from "./order";

/** What a button of the back office posts. */
export const OrderChange = z.strictObject({ order: z.uuid(), status: z.enum(ORDER_STATUSES) });
export type OrderChange = z.output<typeof OrderChange>;

/**
 * Gives an order its next status and queues the news for Comptoir. The status it already has changes nothing.
 * Throws `not_found`, or `refused` when that status cannot follow.
 */
export async function changeOrder({ order: id, status }: OrderChange): Promise<void> {
  await outsideShops(async (tx) => {
    const [found] = await tx.select().from(sandboxOrders).where(eq(sandboxOrders.id, id)).for("update");
    if (!found) throw notFound("order");
    const order = StorefrontOrder.parse(found.order);
    if (order.status === status) return;
    if (!NEXT_STATUSES[order.status].includes(status)) throw refused("order_status");
    const latest = Math.max(now().getTime(), Date.parse(order.updatedAt) + 1);
    const changed: StorefrontOrder = { ...order, status, updatedAt: new Date(latest).toISOString() };
    await tx.update(sandboxOrders).set({ order: changed }).where(eq(sandboxOrders.id, id));
    await queueDelivery(tx, id, "order.updated");
  });
}
