"use client";

import type { KitTexts } from "#lib/i18n/kit";
import { ReceiptCard, type ReceiptCardProps, type ReceiptStatus } from "#ui/receipt-card";

const STATES: readonly ReceiptStatus[] = ["preparing", "shipped", "delivered", "problem", "refunded", "cancelled"];

/** What an order may say beside its lines. */
const MORE = {
  sums: [
    { kind: "shipping", name: null, amount: 690 },
    { kind: "discount", name: "PIVOINE10", amount: -690 },
    { kind: "tax_included", name: null, amount: 691 },
  ],
  paymentMethod: "Visa 4242",
  shipTo: {
    ...{ street1: "3 rue des Lilas", street2: null, postalCode: "75011", city: "Paris", region: "", country: "FR" },
  },
} satisfies Partial<ReceiptCardProps>;

export function Receipts({ texts }: { texts: KitTexts }) {
  const bouquet = { title: texts.product, quantity: 1, unitAmount: 6800, imageUrl: "/art/grand-bouquet.svg" };
  const card = { title: texts.productTwo, quantity: 2, unitAmount: 400, imageUrl: "/art/carte.svg" };
  return (
    <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">
      {STATES.map((status, place) => (
        <ReceiptCard
          key={status}
          className="w-full"
          number={`#MP-${1048 + place}`}
          status={status}
          paid={status !== "cancelled"}
          currency="EUR"
          total={place % 2 ? 7600 : 6800}
          lines={place % 2 ? [bouquet, card] : [bouquet]}
          {...(place === 1 ? MORE : {})}
          note={place === 0 ? texts.receiptNote : null}
          url={status === "cancelled" ? null : "#content"}
        />
      ))}
    </div>
  );
}
