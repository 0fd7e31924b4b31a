"use client";

import { CalendarClock, Check, CheckCheck, CircleAlert, CircleHelp, Clock, type LucideIcon } from "lucide-react";
import { isHold } from "#lib/conversations/hold";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";

export type DeliveryState =
  | "scheduled"
  | "sending"
  | "queued"
  | "sent"
  | "delivered"
  | "read"
  | "unconfirmed"
  | "failed";

const ICONS: Record<DeliveryState, LucideIcon> = {
  scheduled: CalendarClock,
  sending: Clock,
  queued: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  unconfirmed: CircleHelp,
  failed: CircleAlert,
};

/** When it goes and since when it waits, where it does. */
type Waiting = { sendAt?: string | null; createdAt?: string };
type Marks = Pick<ConversationRow, "contactDeliveredSeq" | "contactReadSeq" | "channelState">;

/** How far a stored message has come: what was sent is delivered or read as far as the shopper's marks reach. */
export function deliveryOf(message: Waiting & { seq: number; delivery: string }, marks: Marks): DeliveryState {
  const { sendAt, createdAt } = message;
  if (message.delivery === "failed") return "failed";
  if (message.delivery === "scheduled")
    return sendAt && createdAt && isHold({ sendAt, createdAt }) ? "sending" : "scheduled";
  if (message.delivery === "queued" && marks.channelState !== "open") return "queued";
  if (message.delivery === "queued" || message.delivery === "sending") return "sending";
  if (message.delivery === "unconfirmed") return "unconfirmed";
  if (message.seq <= marks.contactReadSeq) return "read";
  return message.seq <= marks.contactDeliveredSeq ? "delivered" : "sent";
}

/** The tick of a delivery state, with its word; `quiet` leaves the word to screen readers. */
export function Delivery({ state, quiet = false }: { state: DeliveryState; quiet?: boolean }) {
  const { inbox } = useMessages();
  const Icon = ICONS[state];
  return (
    <span
      className={classNames(
        "inline-flex shrink-0 items-center gap-1",
        state === "read" && !quiet && "text-brand-ink",
        state === "failed" && "text-danger-ink",
      )}
    >
      <Icon aria-hidden="true" size={13} />
      <span className={quiet ? "sr-only" : ""}>{inbox.delivery[state]}</span>
    </span>
  );
}
