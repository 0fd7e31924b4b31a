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

/** What the lines sum up to, in minor units. */
export function sumOfLines(order: Pick<ReceiptView, "lines">): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
}

/**
 * The platform's receipt of an order. Each price is its line's total. A subtotal is shown only where it equals the
 * total to the cent, because an order does not say what the rest is. Source: Messenger reference §3.5.
 */
export function receiptTemplate({ order, customerName, shopName, words, revision }: ReceiptSource) {
  const { currency } = order;
  const number = order.number.replace(/^#/, "");
  const total = amount(order.total, currency);
  return {
    template_type: "receipt",
    recipient_name: customerName,
    merchant_name: shopName,
    order_number: revision > 1 ? `${number}-r${revision}` : number,
    currency,
    payment_method: order.paid ? words.paid : words.notPaid,
    ...(isWebAddress(order.url) ? { order_url: order.url } : {}),
    timestamp: String(Math.floor(order.placedAt.getTime() / 1_000)),
    elements: order.lines.slice(0, MOST_ELEMENTS).map((line) => ({
      title: line.title,
      quantity: line.quantity,
      price: amount(line.quantity * line.unitAmount, currency),
      currency,
      ...(isWebAddress(line.imageUrl) ? { image_url: line.imageUrl } : {}),
    })),
    summary: { ...(sumOfLines(order) === order.total ? { subtotal: total } : {}), total_cost: total },
  };
}
