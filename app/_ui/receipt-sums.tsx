"use client";

import { useFormat, useMessages } from "#app/_i18n/language";

/** A line between what was bought and the total; a discount's amount is negative. Amounts are in minor units. */
export type ReceiptSum = {
  kind: "subtotal" | "shipping" | "discount" | "tax" | "tax_included";
  name: string | null;
  amount: number;
};

export type ReceiptAddress = {
  street1: string;
  street2: string | null;
  postalCode: string;
  city: string;
  region: string;
  country: string;
};

type SumsProps = { sums: readonly ReceiptSum[]; total: number; currency: string };

/** What a receipt comes to, and of what. */
export function ReceiptSums({ sums, total, currency }: SumsProps) {
  const { receipts } = useMessages();
  const format = useFormat();
  const value = ({ kind, amount }: ReceiptSum) =>
    kind === "shipping" && amount === 0 ? receipts.free : format.money(amount, currency);
  return (
    <dl className="border-line-strong border-t border-dashed px-3 py-1.75 text-label tabular-nums">
      {sums.map((sum) => (
        <div key={JSON.stringify(sum)} className="flex justify-between gap-3 text-ink-2">
          <dt className="min-w-0 break-words">{sum.name ?? receipts.sums[sum.kind]}</dt>
          <dd className="shrink-0">{value(sum)}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-3 font-semibold">
        <dt>{receipts.total}</dt>
        <dd>{format.money(total, currency)}</dd>
      </div>
    </dl>
  );
}

/** How an order is paid and where it goes, as far as its shop says. */
export function ReceiptFacts({
  paymentMethod,
  shipTo,
}: {
  paymentMethod: string | null;
  shipTo: ReceiptAddress | null;
}) {
  const { receipts } = useMessages();
  if (!paymentMethod && !shipTo) return null;
  const place = shipTo && [shipTo.postalCode, shipTo.city].filter(Boolean).join(" ");
  const address = shipTo && [shipTo.street1, shipTo.street2, place, shipTo.region, shipTo.country];
  return (
    <dl className="grid gap-0.5 px-3 pb-2.25 text-caption text-ink-2">
      {paymentMethod ? (
        <div className="flex gap-1.5">
          <dt className="shrink-0 text-ink-3">{receipts.payment}</dt>
          <dd className="min-w-0 break-words">{paymentMethod}</dd>
        </div>
      ) : null}
      {address ? (
        <div className="flex gap-1.5">
          <dt className="shrink-0 text-ink-3">{receipts.shipTo}</dt>
          <dd className="min-w-0 break-words">{address.filter(Boolean).join(", ")}</dd>
        </div>
      ) : null}
    </dl>
  );
}
