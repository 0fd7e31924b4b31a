import type { Discount } from "#db/schema/orders";

/** One line of a receipt between what was bought and the total. `amount` is in minor units; a discount's is negative. */
export type ReceiptSum = {
  kind: "subtotal" | "shipping" | "discount" | "tax" | "tax_included";
  name: string | null;
  amount: number;
};

type Priced = {
  total: number;
  shipping: number | null;
  tax: number | null;
  discounts: readonly Discount[];
  lines: readonly { quantity: number; unitAmount: number }[];
};

/** What the lines sum up to, in minor units. */
export function sumOfLines({ lines }: Pick<Priced, "lines">): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
}

/**
 * What a total is made of, in the order of reading it; nothing where the storefront told no more than lines and a total.
 * Tax is held by the prices where the total comes out without adding it. The subtotal is said only where it leads to the
 * total to the cent, and is not the total itself.
 */
export function sumsOf(order: Priced): ReceiptSum[] {
  const { total, shipping, tax, discounts } = order;
  const lines = sumOfLines(order);
  const untaxed = lines + (shipping ?? 0) - discounts.reduce((sum, { amount }) => sum + amount, 0);
  const isIncluded = tax !== null && untaxed === total;
  const addsUp = isIncluded || untaxed + (tax ?? 0) === total;
  const row = (kind: ReceiptSum["kind"], amount: number | null, name: string | null = null): ReceiptSum[] =>
    amount === null ? [] : [{ kind, name, amount }];
  return [
    ...(addsUp && lines !== total ? row("subtotal", lines) : []),
    ...row("shipping", shipping),
    ...discounts.flatMap(({ name, amount }) => row("discount", -amount, name)),
    ...row(isIncluded ? "tax_included" : "tax", tax),
  ];
}
