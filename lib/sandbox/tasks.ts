import { DeliverSandboxWebhook, deliverWebhook } from "./messenger/deliver-webhook";
import { DeliverSandboxLogin, deliverLogin } from "./storefront/deliver-login";
import { DeliverSandboxOrder, deliverOrder } from "./storefront/deliver-order";

/** The worker's try at posting an order of the demo storefront; what it throws is tried again with growing pauses. */
export async function deliverSandboxOrder(payload: unknown): Promise<void> {
  await deliverOrder(DeliverSandboxOrder.parse(payload).orderId);
}

/** One try at a webhook of the emulated platform; its own schedule, not the worker's, says when the next one is. */
export async function deliverSandboxWebhook(payload: unknown): Promise<void> {
  await deliverWebhook(DeliverSandboxWebhook.parse(payload).webhookId);
}

/** The worker's try at telling of a login at the demo storefront. */
export async function deliverSandboxLogin(payload: unknown): Promise<void> {
  await deliverLogin(DeliverSandboxLogin.parse(payload));
}
