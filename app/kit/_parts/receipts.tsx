"use client";

import type { KitTexts } from "#lib/i18n/kit";
import { ReceiptCard, type ReceiptStatus } from "#ui/receipt-card";

const STATES: readonly ReceiptStatus[] = ["preparing", "shipped", "delivered", "problem", "refunded", "cancelled"];

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
          note={place === 0 ? texts.receiptNote : null}
          url={status === "cancelled" ? null : "#content"}
        />
      ))}
    </div>
  );
}
