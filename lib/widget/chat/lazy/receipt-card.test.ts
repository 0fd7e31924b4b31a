import { expect, it } from "vitest";
import type { Child } from "../dom/jsx-runtime";
import { initialState } from "../state";
import type { ReceiptView } from "../views";
import { en } from "../words/en";
import { ReceiptCard } from "./receipt-card";

const order: ReceiptView = {
  ...{
    orderId: "o",
    number: "1042",
    status: "shipped",
    paid: true,
    currency: "EUR",
    note: null,
    url: null,
    version: 1,
  },
  ...{ total: 5_000, lines: [{ title: "Bouquet", quantity: 1, unitAmount: 5_000, imageUrl: null }] },
};

/** The lines of the card as they read, from its first one on. */
function linesOf(receipt: ReceiptView): string[] {
  const lines: string[] = [];
  const wordsIn = (child: Child): string => {
    if (Array.isArray(child)) return child.map(wordsIn).join(" ");
    if (typeof child === "object" && child !== null && "tag" in child)
      return typeof child.tag === "string" && child.tag === "br" ? "|" : wordsIn(child.props.children);
    return typeof child === "string" ? child : "";
  };
  const look = (child: Child): void => {
    if (Array.isArray(child)) for (const inner of child) look(inner);
    else if (typeof child === "object" && child !== null && "tag" in child) {
      if (/line|sum/.test(String(child.props.class))) lines.push(wordsIn(child).replace(/\s+/g, " ").trim());
      else look(child.props.children);
    }
  };
  const props = { boot: { locale: "en" }, state: initialState, words: en, receipt };
  look(ReceiptCard(props as unknown as Parameters<typeof ReceiptCard>[0]));
  return lines;
}

it("shows an order that tells no more than its lines as before", () => {
  expect(linesOf(order)).toEqual(["Bouquet €50.00"]);
  expect(linesOf({ ...order, total: 5_490, sums: [], paymentMethod: null, shipTo: null })).toEqual([
    "Bouquet €50.00",
    "Total €54.90",
  ]);
});

it("shows what the total is made of, how it is paid and where it goes", () => {
  const sums: ReceiptView["sums"] = [
    { kind: "shipping", name: null, amount: 0 },
    { kind: "discount", name: "Welcome", amount: -300 },
    { kind: "discount", name: "Loyal", amount: -200 },
    { kind: "tax_included", name: null, amount: 409 },
  ];
  const shipTo = { street1: "3 rue des Lilas", street2: null, postalCode: "75011", city: "Paris" };
  expect(linesOf({ ...order, total: 4_500, sums, paymentMethod: "Visa 2345", shipTo })).toEqual([
    ...[
      "Bouquet €50.00",
      "Shipping Free",
      "Welcome -€3.00",
      "Loyal -€2.00",
      "Tax, in the prices €4.09",
      "Total €45.00",
    ],
    "Payment: Visa 2345 | Ships to: 3 rue des Lilas, 75011 Paris",
  ]);
});
