import type { StorefrontLocale } from "./messages";

/** Prices are in minor units of this currency (ISO 4217). */
export const CURRENCY = "EUR";

const PRODUCTS = {
  "grand-bouquet": { price: 6_800, shelf: "bouquets", en: "Grand Bouquet", fr: "Grand Bouquet" },
  "blanc-de-mai": { price: 5_400, shelf: "bouquets", en: "Blanc de mai", fr: "Blanc de mai" },
  corail: { price: 4_900, shelf: "bouquets", en: "Corail", fr: "Corail" },
  prairie: { price: 4_400, shelf: "bouquets", en: "Prairie", fr: "Prairie" },
  couronne: { price: 9_600, shelf: "extras", en: "Summer wreath", fr: "Couronne d’été" },
  vase: { price: 4_200, shelf: "extras", en: "Celadon vase", fr: "Vase céladon" },
  carte: { price: 400, shelf: "extras", en: "Hand-written card", fr: "Carte manuscrite" },
} as const;

export type ProductId = keyof typeof PRODUCTS;
export type Shelf = "bouquets" | "extras";
export type Product = { id: ProductId; title: string; price: number; art: string };

export function isProductId(id: string): id is ProductId {
  return Object.hasOwn(PRODUCTS, id);
}

/** A product in the words of one language; `art` is a path on the storefront. */
export function productOf(id: ProductId, locale: StorefrontLocale): Product {
  const { price, [locale]: title } = PRODUCTS[id];
  return { id, title, price, art: `/sandbox/art/${id}.svg` };
}

/** What stands on one shelf, in the order of the window. */
export function productsOn(shelf: Shelf, locale: StorefrontLocale): Product[] {
  return Object.keys(PRODUCTS)
    .filter(isProductId)
    .filter((id) => PRODUCTS[id].shelf === shelf)
    .map((id) => productOf(id, locale));
}
