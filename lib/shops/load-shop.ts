import { eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { shops } from "#db/schema/shops";
import { notFound } from "#lib/core/errors";
import { findShopId } from "./load-member";

export type ShopView = {
  id: string;
  slug: string;
  name: string;
  colour: string;
  domains: string[];
  timeZone: string;
  currency: string;
  locales: string[];
};

/** The shop of the present transaction. */
export async function readShop(tx: Tx, shopId: string): Promise<ShopView> {
  const [shop] = await tx.select().from(shops).where(eq(shops.id, shopId));
  if (!shop) throw notFound("shop");
  const { createdAt: _made, stepsPutAwayAt: _steps, ...view } = shop;
  return view;
}

/** What anybody may know of the shop at an address: what its storefront shows. */
export async function loadShop(slug: string): Promise<ShopView> {
  const shopId = await findShopId(slug);
  if (!shopId) throw notFound("shop");
  return inShop(shopId, (tx) => readShop(tx, shopId));
}
