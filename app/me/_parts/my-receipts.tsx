"use client";

import { ReceiptText } from "lucide-react";
import type { MyReceipt } from "#lib/connect/list-my-receipts";
import { Card } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { ReceiptCard } from "#ui/receipt-card";
import { ShopLogo } from "#ui/shop-logo";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";

/** Every order of hers, over all shops, as it stands now. */
export function MyReceipts({ receipts }: { receipts: readonly MyReceipt[] }) {
  const { myPlace } = useMyMessages();
  const format = useFormat();
  return (
    <>
      <h1 className="type-heading mb-4">{myPlace.receipts}</h1>
      {receipts.length === 0 ? (
        <Card>
          <EmptyState
            icon={<ReceiptText aria-hidden="true" size={22} />}
            title={myPlace.noReceipts}
            text={myPlace.noReceiptsText}
          />
        </Card>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {receipts.map(({ shop, placedAt, ...card }) => (
            <li key={card.orderId} className="grid content-start gap-2">
              <p className="flex items-center gap-2 text-label">
                <ShopLogo name={shop.name} size={24} colour={shop.colour} onColour={shop.onColour} />
                <bdi className="min-w-0 truncate font-semibold">{shop.name}</bdi>
                <time dateTime={placedAt} className="shrink-0 text-caption text-ink-3">
                  {format.date(placedAt)}
                </time>
              </p>
              <ReceiptCard {...card} className="w-full!" />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
