import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { orderLines, orders } from "#db/schema/orders";
import { makeReference } from "#lib/connect/reference";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import type { OrderDelivery } from "./input";
import { storeOrder } from "./store-order";

export type OrderInput = OrderDelivery["order"];

/** An order as a storefront posts it; what matters to a test is given, the rest is plausible. */
export function sampleOrder(given: Partial<OrderInput> = {}): OrderInput {
  return {
    id: newId(),
    number: "#1042",
    status: "preparing",
    paid: true,
    currency: "EUR",
    total: 4_500,
    lines: [{ title: "Bouquet Corail", quantity: 1, unitAmount: 4_500 }],
    placedAt: "2026-05-23T10:00:00Z",
    updatedAt: "2026-05-23T10:00:00Z",
    customer: { name: "Amélie Laurent" },
    ...given,
  };
}

/** An order placed in the browser of a chat, which so joins its contact. Gives the order's id with us. */
export async function placeOrder(visitor: VisitorActor, given: Partial<OrderInput> = {}): Promise<string> {
  const order = sampleOrder({ customer: { name: "Amélie Laurent", visitor: makeReference(visitor) }, ...given });
  await storeOrder(visitor.shopId, "storefront", order);
  return (await storedOrder(visitor.shopId, order.id))?.id ?? "";
}

/** An order as it is stored, with its lines in their order. */
export async function storedOrder(shopId: string, externalId: string) {
  return inShop(shopId, async (tx) => {
    const [order] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.shopId, shopId), eq(orders.externalId, externalId)));
    if (!order) return null;
    const lines = await tx
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, order.id))
      .orderBy(orderLines.position);
    return { ...order, lines };
  });
}
