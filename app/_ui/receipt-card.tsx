"use client";

import { ReceiptText } from "lucide-react";
import { createElement, type ReactNode } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { Badge, type BadgeTone } from "./badge";
import { classNames } from "./class-names";
import { type ReceiptAddress, ReceiptFacts, type ReceiptSum, ReceiptSums } from "./receipt-sums";

export type ReceiptStatus = "preparing" | "shipped" | "delivered" | "problem" | "refunded" | "cancelled";

export type ReceiptLine = { title: string; quantity: number; unitAmount: number; imageUrl: string | null };

export type ReceiptCardProps = {
  /** As the shop writes it: "#MP-1048". */
  number: string;
  status: ReceiptStatus;
  paid: boolean;
  /** ISO 4217; amounts are in its minor units. */
  currency: string;
  total: number;
  lines: readonly ReceiptLine[];
  /** What the total is made of, where the shop says more than the lines. */
  sums?: readonly ReceiptSum[];
  paymentMethod?: string | null;
  shipTo?: ReceiptAddress | null;
  note: string | null;
  /** The order's page on the shop, when it has one. */
  url: string | null;
  /** Further buttons under the card, beside the link to the order. */
  actions?: ReactNode;
  className?: string;
};

/** The colour that repeats how an order stands. */
export const RECEIPT_TONES: Record<ReceiptStatus, BadgeTone> = {
  preparing: "info",
  shipped: "info",
  delivered: "success",
  problem: "danger",
  refunded: "neutral",
  cancelled: "neutral",
};

const FOOT =
  "flex min-h-9 flex-1 items-center justify-center gap-1.5 px-3 text-center font-label text-brand-ink text-label hover:bg-hover max-md:min-h-11 not-first:border-l border-line -outline-offset-2!";

function Line({ line, currency, lone }: { line: ReceiptLine; currency: string; lone: boolean }) {
  const { receipts } = useMessages();
  const format = useFormat();
  const unit = format.money(line.unitAmount, currency);
  return (
    <li className="flex items-center gap-2.5 px-3 py-2.25">
      {line.imageUrl
        ? createElement("img", {
            src: line.imageUrl,
            alt: "",
            width: 40,
            height: 40,
            loading: "lazy",
            referrerPolicy: "no-referrer",
            className: "size-10 shrink-0 rounded-md object-cover",
          })
        : null}
      <div className="min-w-0 grow text-label">
        <p className="break-words font-semibold">{line.title}</p>
        <p className="text-caption text-ink-3 tabular-nums">{receipts.line(format.number(line.quantity), unit)}</p>
      </div>
      <p className={classNames("shrink-0 tabular-nums", lone ? "font-semibold text-body" : "text-label")}>
        {format.money(line.unitAmount * line.quantity, currency)}
      </p>
    </li>
  );
}

/** An order as it stands, in the conversation. It is changed in place when the order is. */
export function ReceiptCard({
  number,
  status,
  paid,
  currency,
  total,
  lines,
  sums = [],
  paymentMethod = null,
  shipTo = null,
  note,
  url,
  actions,
  className,
}: ReceiptCardProps) {
  const { receipts, common } = useMessages();
  const lone =
    sums.length === 0 &&
    lines.length === 1 &&
    lines[0] !== undefined &&
    lines[0].unitAmount * lines[0].quantity === total;
  return (
    <article
      aria-label={receipts.title(number)}
      className={classNames(
        "flex w-85 max-w-full flex-col overflow-hidden rounded-bubble border border-line-strong bg-surface shadow-sm",
        className,
      )}
    >
      <header className="flex items-center gap-2 border-line border-b px-3 py-2.25 font-label text-caption text-ink-2">
        <ReceiptText aria-hidden="true" size={14} />
        <span className="min-w-0 grow truncate">{receipts.title(number)}</span>
        {paid ? null : <Badge tone="warning">{receipts.unpaid}</Badge>}
        <Badge tone={RECEIPT_TONES[status]}>{receipts.status[status]}</Badge>
      </header>
      {createElement("ul", null, ...lines.map((line) => createElement(Line, { line, currency, lone })))}
      {lone ? null : <ReceiptSums sums={sums} total={total} currency={currency} />}
      <ReceiptFacts paymentMethod={paymentMethod} shipTo={shipTo} />
      {note ? <p className="break-words px-3 pb-2.25 text-caption text-ink-3">{note}</p> : null}
      {url || actions ? (
        <footer className="mt-auto flex border-line border-t">
          {url ? (
            <a href={url} target="_blank" rel="noreferrer" className={FOOT}>
              {receipts.view}
              <span className="sr-only"> ({common.newTab})</span>
            </a>
          ) : null}
          {actions}
        </footer>
      ) : null}
    </article>
  );
}
