import type { Tx } from "#db/in-shop";
import { readShop } from "#lib/shops/load-shop";
import { contrastText } from "./contrast";

/** By what a shopper knows a shop again in her own place. */
export type MyShopHead = { slug: string; name: string; colour: string; onColour: string; timeZone: string };

/** The head of the transaction's shop. */
export async function readMyHead(tx: Tx, shopId: string): Promise<MyShopHead> {
  const { slug, name, colour, timeZone } = await readShop(tx, shopId);
  return { slug, name, colour, onColour: contrastText(colour), timeZone };
}
