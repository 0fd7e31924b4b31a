"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { OrderView } from "#lib/orders/list-orders-of-contact";
import { Badge } from "#ui/badge";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { OrderSummary } from "../../_parts/order-summary";
import { DetailsSection } from "./details-section";
import { useInbox } from "./inbox-context";

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
  const { threads } = useShop();
  const { actions, loader } = useInbox();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, run } = useRun(setRefusal);
  if (order.receiptIn.includes(conversationId))
    return (
      <Badge tone="success" icon={<Check aria-hidden="true" size={12} />}>
        {inbox.receiptSent}
      </Badge>
    );
  const send = () => {
    setRefusal(null);
    return run(
      () => actions.sendReceipt({ conversationId, orderId: order.id, clientKey: newKey() }),
      (message) => {
        threads.change(conversationId, (held) => applyToTimeline(held, { type: "message.stored", message }));
        loader.contact(contactId).catch(reportError);
      },
    );
  };
  return (
    <>
      <Button size="sm" busy={busy} onClick={send}>
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

type Props = { orders: readonly OrderView[]; conversationId: string; contactId: string };

/** A contact's orders; the receipt of each can be sent into the conversation once. */
export function DetailsOrders({ orders, conversationId, contactId }: Props) {
  const { contacts, inbox } = useMessages();
  return (
    <DetailsSection title={contacts.orders}>
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
