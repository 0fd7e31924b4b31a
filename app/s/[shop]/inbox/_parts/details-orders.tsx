"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import type { ContactView } from "#lib/contacts/load-contact";
import { receiptQuestion } from "#lib/conversations/receipt-question";
import { isLocale } from "#lib/i18n/locales";
import type { OrderView } from "#lib/orders/list-orders-of-contact";
import { Badge } from "#ui/badge";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { OrderSummary } from "../../_parts/order-summary";
import { firstNameOf } from "../../use-name";
import { useReceipt } from "../use-receipt";
import { DetailsSection } from "./details-section";

type About = { order: OrderView; conversationId: string; contact: ContactView };
type No = { sentence: string; mayAsk: boolean };

function Receipt({ order, conversationId, contact }: About) {
  const { inbox } = useMessages();
  const [refusal, setRefusal] = useState<No | null>(null);
  const receipt = useReceipt((sentence, ways) => setRefusal({ sentence, mayAsk: ways.includes("ask") }));
  if (order.receiptIn.includes(conversationId))
    return (
      <Badge tone="success" icon={<Check aria-hidden="true" size={12} />}>
        {inbox.receiptSent}
      </Badge>
    );
  const send = () => {
    setRefusal(null);
    return receipt.send({ orderId: order.id, conversationId, contactId: contact.id });
  };
  return (
    <>
      <Button size="sm" busy={receipt.busy} onClick={send}>
        {inbox.sendReceipt}
      </Button>
      {refusal ? (
        <Banner tone="danger" role="alert" className="w-full text-caption!">
          <p>{refusal.sentence}</p>
          {refusal.mayAsk ? (
            <AskFirst {...{ order, conversationId, contact }} onAsked={() => setRefusal(null)} />
          ) : null}
        </Banner>
      ) : null}
    </>
  );
}

/** Puts the question whether she wants the receipt into the box, beside what stands there, for the member to send. */
function AskFirst({ order, conversationId, contact, onAsked }: About & { onAsked: () => void }) {
  const { inbox } = useMessages();
  const { drafts } = useShop();
  const { locale } = useFormat();
  const name = firstNameOf(contact.name) || null;
  const ask = ({ currentTarget }: { currentTarget: Element }) => {
    const hers = isLocale(contact.locale) ? contact.locale : locale;
    drafts.add({ conversationId, kind: "reply" }, receiptQuestion(hers, { name, number: order.number }));
    // Where the details stand in a layer, the box is behind it; opening the answer leaves a note that was begun.
    currentTarget.closest("dialog")?.close();
    onAsked();
    document.getElementById("compose-reply")?.click();
  };
  return (
    <Button size="sm" className="mt-1.5" onClick={ask}>
      {inbox.askHer(name)}
    </Button>
  );
}

type Props = {
  orders: readonly OrderView[];
  /** What she bought, in minor units of the shop's currency. */
  value: number;
  conversationId: string;
  contact: ContactView;
};

/** A contact's orders; the receipt of each can be sent into the conversation once. */
export function DetailsOrders({ orders, value, conversationId, contact }: Props) {
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
            <Receipt order={order} conversationId={conversationId} contact={contact} />
          </OrderSummary>
        ))}
      </ul>
    </DetailsSection>
  );
}
