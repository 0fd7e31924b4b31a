import { keepDelivery } from "./keep-delivery";
import { requireSignature } from "./require-signature";

/** The largest body taken in, in bytes. The platform puts up to a thousand updates into one. */
export const MAX_HOOK_BYTES = 4 * 1024 * 1024;

/** What a delivery that was kept is answered with; the platform reads the status only. */
export const RECEIVED = "EVENT_RECEIVED";

/** Takes in one delivery of the platform: its signature is over the raw bytes, and it is durable when this returns. */
export async function receiveHook(delivery: { signature: string | null | undefined; body: Buffer }): Promise<void> {
  requireSignature(delivery.signature, delivery.body);
  await keepDelivery(delivery.body);
}
