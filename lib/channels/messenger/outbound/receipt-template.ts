import { type ReceiptSum, sumOfLines } from "#lib/conversations/receipt-sums";
import type { ReceiptView } from "#lib/conversations/view-message";
import { decimal } from "#lib/core/money";

/** The words of a receipt that are ours, in the shopper's language. */
export type ReceiptWords = { paid: string; notPaid: string };

export type ReceiptSource = {
  order: ReceiptView & { placedAt: Date };
  customerName: string;
  shopName: string;
  words: ReceiptWords;
  /** 1 for the first receipt of the order on this Page; more for corrected ones, which need a number of their own. */
  revision: number;
};

const MOST_ELEMENTS = 100;

/** Graph amounts are numbers of the currency's major unit. */
const amount = (minor: number, currency: string) => Number(decimal(minor, currency));

const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//.test(url);

const total = (sums: readonly ReceiptSum[], kinds: readonly ReceiptSum["kind"][]): number | null => {
  const found = sums.filter(({ kind }) => kinds.includes(kind));
  return found.length > 0 ? found.reduce((sum, one) => sum + one.amount, 0) : null;
};

/**
 * What the lines of a receipt and its sums lack of its total, in minor units: 0 where they lead to it to the cent.
 * Source: Messenger reference §3.5.
 */
export function missingOf({ lines, sums, total: all }: Pick<ReceiptView, "lines" | "sums" | "total">): number {
  return all - sumOfLines({ lines }) - (total(sums, ["shipping", "discount", "tax"]) ?? 0);
}

/**
 * The platform's sums: its subtotal is without tax, so that subtotal, shipping and tax less the adjustments are the
 * total. Where they would not be, the subtotal is left out.
 */
function summaryOf(order: ReceiptView) {
  const { sums, currency } = order;
  const tax = total(sums, ["tax", "tax_included"]);
  const shipping = total(sums, ["shipping"]);
  const untaxed = sumOfLines(order) - (total(sums, ["tax_included"]) ?? 0);
  const off = sums.filter(({ kind }) => kind === "discount");
  return {
    summary: {
      ...(missingOf(order) === 0 && untaxed >= 0 ? { subtotal: amount(untaxed, currency) } : {}),
      ...(shipping === null ? {} : { shipping_cost: amount(shipping, currency) }),
      ...(tax === null ? {} : { total_tax: amount(tax, currency) }),
      total_cost: amount(order.total, currency),
    },
    ...(off.length > 0
      ? { adjustments: off.map(({ name, amount: less }) => ({ name: name ?? "", amount: amount(-less, currency) })) }
      : {}),
  };
}

function addressOf({ shipTo }: ReceiptView) {
  if (!shipTo) return {};
  const { street1, street2, city, postalCode, region, country } = shipTo;
  const second = street2 ? { street_2: street2 } : {};
  return { address: { street_1: street1, ...second, city, postal_code: postalCode, state: region, country } };
}

/** How it was paid, or is to be: the receipt of an order that is not paid says so beside the way. */
function paymentOf({ paid, paymentMethod }: ReceiptView, words: ReceiptWords): string {
  const state = paid ? words.paid : words.notPaid;
  if (!paymentMethod) return state;
  return paid ? paymentMethod : `${paymentMethod} · ${state}`;
}

/** The platform's receipt of an order. Each price is its line's total. Source: Messenger reference §3.5. */
export function receiptTemplate({ order, customerName, shopName, words, revision }: ReceiptSource) {
  const { currency } = order;
  const number = order.number.replace(/^#/, "");
  return {
    template_type: "receipt",
    recipient_name: customerName,
    merchant_name: shopName,
    order_number: revision > 1 ? `${number}-r${revision}` : number,
    currency,
    payment_method: paymentOf(order, words),
    ...(isWebAddress(order.url) ? { order_url: order.url } : {}),
    timestamp: String(Math.floor(order.placedAt.getTime() / 1_000)),
    elements: order.lines.slice(0, MOST_ELEMENTS).map((line) => ({
      title: line.title,
      quantity: line.quantity,
      price: amount(line.quantity * line.unitAmount, currency),
      currency,
      ...(isWebAddress(line.imageUrl) ? { image_url: line.imageUrl } : {}),
    })),
    ...addressOf(order),
    ...summaryOf(order),
  };
}
