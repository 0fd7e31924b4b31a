import { clientAddress } from "#lib/http/client-address";
import { limit } from "#lib/http/limit";
import type { ShopView } from "#lib/shops/load-shop";
import type { StartVisit } from "./input";
import { startVisit } from "./start-visit";

/** Makes a visit for the browser that asks, no more often than its address may begin chats in this shop (BIZ-01). */
export async function beginVisit(request: Request, shop: ShopView, input: StartVisit): ReturnType<typeof startVisit> {
  const address = clientAddress(request);
  await limit("visitor begins", address && `${shop.id} ${address}`);
  return startVisit(shop, input);
}
