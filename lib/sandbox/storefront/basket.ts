import { isProductId, type ProductId } from "./products";

/** The most of one product a basket holds. */
export const MOST_OF_ONE = 20;

/** How many of each product, in the order they were put in. */
export type Basket = ReadonlyMap<ProductId, number>;

/** Reads the basket's cookie. What is not a product of ours or not a sensible number is left out. */
export function readBasket(cookie: string | undefined): Basket {
  const lines = [...new URLSearchParams(cookie ?? "")].flatMap(([id, count]): [ProductId, number][] => {
    const quantity = /^\d{1,2}$/.test(count) ? Number(count) : 0;
    return isProductId(id) && quantity >= 1 && quantity <= MOST_OF_ONE ? [[id, quantity]] : [];
  });
  return new Map(lines);
}

/** The basket as a cookie's value: `grand-bouquet=1&carte=1`. */
export function writeBasket(basket: Basket): string {
  return new URLSearchParams([...basket].map(([id, quantity]) => [id, String(quantity)])).toString();
}

/** The basket with `quantity` of one product; none takes it out, and more than twenty counts as twenty. */
export function withQuantity(basket: Basket, id: ProductId, quantity: number): Basket {
  const next = new Map(basket);
  if (quantity < 1) next.delete(id);
  else next.set(id, Math.min(quantity, MOST_OF_ONE));
  return next;
}

/** How many things are in the basket. */
export function countItems(basket: Basket): number {
  return [...basket.values()].reduce((sum, quantity) => sum + quantity, 0);
}
