import { env } from "#lib/core/env";

/** The demo storefront's own origin: `shop.` before the host of PUBLIC_URL, so `shop.localhost` on one's own machine. */
export function storefrontOrigin(): string {
  const url = new URL(env().PUBLIC_URL);
  return `${url.protocol}//shop.${url.host}`;
}

/** The shop's Page on the emulated platform, which the login asks for. */
export const STOREFRONT_PAGE = "1000000000001";

/** The shop of Comptoir that the demo storefront belongs to. */
export const STOREFRONT_SHOP = "maison-pivoine";
