/** Where the demo shop delivers, and how it is paid: with the card that it pretends to have, or at the door. */
export const DELIVERIES = ["paris", "france"] as const;
export type Delivery = (typeof DELIVERIES)[number];
export const PAYMENTS = ["card", "door"] as const;
export type Payment = (typeof PAYMENTS)[number];

/** The code that takes a tenth off. */
export const WELCOME_CODE = "PIVOINE10";

/** What sending costs, in minor units. */
export const SHIPPING: Record<Delivery, number> = { paris: 0, france: 690 };

/** French tax on cut flowers is a tenth of the price before it, and prices hold it. Source: CGI art. 278 bis. */
const TAX_SHARE = 11;

type Wanted = { delivery: Delivery; code: string; discountName: string };

/** What lines that come to `amount` cost in all; amounts in minor units. */
export function priceOrder(amount: number, { delivery, code, discountName }: Wanted) {
  const shipping = SHIPPING[delivery];
  const off = code === WELCOME_CODE ? Math.round(amount / 10) : 0;
  const total = amount + shipping - off;
  return {
    total,
    shipping,
    tax: Math.round(total / TAX_SHARE),
    ...(off > 0 ? { discounts: [{ name: discountName, amount: off }] } : {}),
  };
}
