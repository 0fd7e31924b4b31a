import { DeliverSandboxOrder, deliverOrder } from "./storefront/deliver-order";

/** The worker's try at posting an order of the demo storefront; what it throws is tried again with growing pauses. */
export async function deliverSandboxOrder(payload: unknown): Promise<void> {
  await deliverOrder(DeliverSandboxOrder.parse(payload).orderId);
}
