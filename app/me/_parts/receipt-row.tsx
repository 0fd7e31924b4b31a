"use client";

import { createElement } from "react";
import type { MyReceipt } from "#lib/connect/list-my-receipts";
import { Badge } from "#ui/badge";
import { RECEIPT_TONES } from "#ui/receipt-card";
import { ShopLogo } from "#ui/shop-logo";
import { useFormat, useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";

/** One order of hers in a line: what, where, when, how much and how it stands. */
export function ReceiptRow({ receipt }: { receipt: MyReceipt }) {
  const { receipts } = useMessages();
  const { myPlace } = useMyMessages();
  const format = useFormat();
  const { shop, lines, placedAt } = receipt;
  const [first] = lines;
  const title = first?.title ?? receipts.order(receipt.number);
  return (
    <li className="flex items-center gap-3 border-line border-t px-4 py-3">
      {first?.imageUrl ? (
        createElement("img", {
          src: first.imageUrl,
          alt: "",
          width: 40,
          height: 40,
          loading: "lazy",
          referrerPolicy: "no-referrer",
          className: "size-10 shrink-0 rounded-[10px] object-cover",
        })
      ) : (
        <ShopLogo name={shop.name} size={40} colour={shop.colour} onColour={shop.onColour} />
      )}
      <div className="min-w-0 grow">
        <p className="break-words font-semibold text-body">
          {title}
          {lines.length > 1 ? <span className="font-normal text-ink-3"> {myPlace.more(lines.length - 1)}</span> : null}
        </p>
        <p className="text-body text-ink-2">
          <bdi>{shop.name}</bdi> · <time dateTime={placedAt}>{format.date(placedAt)}</time>
        </p>
      </div>
      <div className="grid shrink-0 justify-items-end gap-0.5">
        <span className="font-semibold text-body tabular-nums">{format.money(receipt.total, receipt.currency)}</span>
        <Badge tone={RECEIPT_TONES[receipt.status]}>{receipts.status[receipt.status]}</Badge>
      </div>
    </li>
  );
}
