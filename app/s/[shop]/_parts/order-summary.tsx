"use client";

import type { ReactNode } from "react";
import type { OrderView } from "#lib/orders/list-orders-of-contact";
import { Badge, type BadgeTone } from "#ui/badge";
import { Steps } from "#ui/steps";
import { useFormat, useMessages } from "../../../_i18n/language";

const TONES: Record<OrderView["status"], BadgeTone> = {
  preparing: "info",
  shipped: "info",
  delivered: "success",
  problem: "danger",
  refunded: "neutral",
  cancelled: "neutral",
};
const ALL_STEPS = 4;
/** Only an order on its way is somewhere between its first step and its last. */
const DONE: Partial<Record<OrderView["status"], number>> = { preparing: 2, shipped: 3 };

type Props = {
  order: OrderView;
  /** The one that the key for it moves to. */
  latest?: boolean;
  children?: ReactNode;
};

/** One order in a few lines, and what can be done with it. */
export function OrderSummary({ order, latest = false, children }: Props) {
  const { receipts } = useMessages();
  const format = useFormat();
  const done = DONE[order.status];
  const [first] = order.lines;
  const facts = [first?.title, format.money(order.total, order.currency), format.date(order.placedAt)];
  return (
    <li
      {...(latest ? { "data-latest-order": "", tabIndex: -1 } : {})}
      className="rounded-md border border-line px-2.5 py-2"
    >
      <div className="flex items-center gap-1.5 text-label">
        <b className="min-w-0 grow truncate tabular-nums">{order.number}</b>
        {order.paid ? null : <Badge tone="warning">{receipts.unpaid}</Badge>}
        <Badge tone={TONES[order.status]}>{receipts.status[order.status]}</Badge>
      </div>
      <p className="truncate text-caption text-ink-3" title={facts.join(" · ")}>
        {facts.filter(Boolean).join(" · ")}
      </p>
      {order.note ? <p className="break-words text-caption text-ink-3">{order.note}</p> : null}
      {done ? (
        <Steps
          className="mt-1.5"
          done={done}
          all={ALL_STEPS}
          label={receipts.progress(String(done), String(ALL_STEPS))}
        />
      ) : null}
      {children ? <div className="mt-2 flex flex-wrap gap-1.5">{children}</div> : null}
    </li>
  );
}
