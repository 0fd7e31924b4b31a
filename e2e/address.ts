import { z } from "zod";

/** The address of the app that the run started for every spec. */
export function appUrl(): string {
  return z.url().parse(process.env.E2E_URL);
}

/** The demo storefront of the app at `url`. */
export function storefrontUrl(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//shop.${host}`;
}

/** The demo shop's address in the app, and its inbox. */
export const SHOP = "maison-pivoine";
export const INBOX = `/s/${SHOP}/inbox`;
