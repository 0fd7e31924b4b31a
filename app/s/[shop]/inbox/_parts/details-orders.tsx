"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import type { OrderView } from "#lib/orders/list-orders-of-contact";
import { Badge } from "#ui/badge";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { OrderSummary } from "../../_parts/order-summary";
import { useReceipt } from "../use-receipt";
import { DetailsSection } from "./details-section";

function Receipt({
  order,
  conversationId,
  contactId,
}: {
  order: OrderView;
  conversationId: string;
  contactId: string;
}) {
  const { inbox } = useMessages();
  const [refusal, setRefusal] = useState<string | null>(null);
  const receipt = useReceipt(setRefusal);
  if (order.receiptIn.includes(conversationId))
    return (
      <Badge tone="success" icon={<Check aria-hidden="true" size={12} />}>
        {inbox.receiptSent}
      </Badge>
    );
  const send = () => {
    setRefusal(null);
    return receipt.send({ orderId: order.id, conversationId, contactId });
  };
  return (
    <>
      <Button size="sm" busy={receipt.busy} onClick={send}>
        {inbox.sendReceipt}
      </Button>
      {refusal ? (
        <Banner tone="danger" role="alert" className="w-full text-caption!">
          {refusal}
        </Banner>
      ) : null}
    </>
  );
}

type Props = {
  orders: readonly OrderView[];
  /** What she bought, in minor units of the shop's currency. */
  value: number;
  conversationId: string;
  contactId: string;
};

/** A contact's orders; the receipt of each can be sent into the conversation once. */
export function DetailsOrders({ orders, value, conversationId, contactId }: Props) {
  const { contacts, inbox } = useMessages();
  const format = useFormat();
  const { currency } = useShop();
  return (
    <DetailsSection
      title={contacts.orders}
      more={
        value > 0 ? (
          <span className="font-medium text-ink-3 tabular-nums">{inbox.boughtFor(format.money(value, currency))}</span>
        ) : null
      }
    >
      {orders.length === 0 ? <p className="text-caption text-ink-3">{inbox.noOrders}</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {orders.map((order, place) => (
          <OrderSummary key={order.id} order={order} latest={place === 0}>
            <Receipt order={order} conversationId={conversationId} contactId={contactId} />
          </OrderSummary>
        ))}
      </ul>
    </DetailsSection>
  );
}
