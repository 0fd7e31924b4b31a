import { createHmac } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client";
import type { Tx } from "#db/in-shop";
import { sandboxOrders, sandboxStorefronts } from "#db/schema/sandbox";
import { now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { guardedFetch } from "#lib/core/outbound";
import { open } from "#lib/core/seal";
import { addJob } from "#lib/jobs/add-job";
import { type OrderEvent, StorefrontOrder, Undelivered } from "./order";

/** The immediate try has this long, in milliseconds, before the queued job makes its own. */
const HEAD_START = 5_000;

/** How long Comptoir may take to answer, in milliseconds: a customer waits for the immediate try. */
const PATIENCE = 3_000;

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

/** `x-comptoir-signature` of a body: hex HMAC-SHA256 of its bytes with the connection's secret. */
export function signOrder(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
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
  const { shopSlug, connectionId, sealedSecret } = found.sandbox_storefronts;
  const [event, delivery] = Undelivered.parse(undelivered).split(" ");
  const body = JSON.stringify({ event, order: StorefrontOrder.parse(found.sandbox_orders.order) });
  const answer = await guardedFetch(`${env().PUBLIC_URL}/api/hooks/storefront/${connectionId}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-comptoir-signature": signOrder(body, open(sealedSecret, `sandbox_storefronts:${shopSlug}`)),
      "x-comptoir-delivery": delivery ?? "",
    },
    body,
    timeoutMs: PATIENCE,
  });
  if (answer.status !== 200) throw new Error(`The order was not taken in: HTTP ${answer.status}.`);
  await database()
    .update(sandboxOrders)
    .set({ undelivered: null })
    .where(and(eq(sandboxOrders.id, orderId), eq(sandboxOrders.undelivered, undelivered)));
}
