import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client";
import type { Tx } from "#db/in-shop";
import { sandboxOrders, sandboxStorefronts } from "#db/schema/sandbox";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { addJob } from "#lib/jobs/add-job";
import { type OrderEvent, StorefrontOrder, Undelivered } from "./order";
import { postSigned } from "./post-signed";

/** The immediate try has this long, in milliseconds, before the queued job makes its own. */
const HEAD_START = 5_000;

export const DeliverSandboxOrder = z.strictObject({ orderId: z.uuid() });

/**
 * Marks an order as not yet posted and queues the job that posts it, in the transaction that changed the order. While
 * its creation is still to be posted, a later change travels with that.
 */
export async function queueDelivery(tx: Tx, orderId: string, event: OrderEvent): Promise<void> {
  const byId = eq(sandboxOrders.id, orderId);
  const [before] = await tx.select({ undelivered: sandboxOrders.undelivered }).from(sandboxOrders).where(byId);
  const unposted = before?.undelivered?.startsWith("order.created") ? "order.created" : event;
  await tx
    .update(sandboxOrders)
    .set({ undelivered: `${unposted} ${newId()}` })
    .where(byId);
  const payload: z.input<typeof DeliverSandboxOrder> = { orderId };
  const runAt = new Date(now().getTime() + HEAD_START);
  await addJob(tx, "deliverSandboxOrder", payload, { key: `deliver-sandbox-order:${orderId}`, runAt });
}

/**
 * Posts an order as it is now to Comptoir, signed; does nothing when Comptoir knows it already. A change made
 * meanwhile stays marked for its own job. Throws when Comptoir did not answer 200.
 */
export async function deliverOrder(orderId: string): Promise<void> {
  const [found] = await database()
    .select()
    .from(sandboxOrders)
    .innerJoin(sandboxStorefronts, eq(sandboxStorefronts.shopSlug, sandboxOrders.shopSlug))
    .where(eq(sandboxOrders.id, orderId));
  const undelivered = found?.sandbox_orders.undelivered;
  if (!found || !undelivered) return;
  const [event, delivery] = Undelivered.parse(undelivered).split(" ");
  const news = { event, order: StorefrontOrder.parse(found.sandbox_orders.order) };
  await postSigned(found.sandbox_storefronts, news, delivery ?? "");
  await database()
    .update(sandboxOrders)
    .set({ undelivered: null })
    .where(and(eq(sandboxOrders.id, orderId), eq(sandboxOrders.undelivered, undelivered)));
}
