"use client";

import { Tag } from "lucide-react";
import { useMessages } from "../../../../_i18n/language";

/** What it means that the message is an offer: how often and when it may go, and what it carries. */
export function OfferLine() {
  const { inbox } = useMessages();
  return (
    <p role="status" className="flex items-baseline gap-1.5 px-3 pt-2 text-caption text-ink-2">
      <Tag aria-hidden="true" size={13} className="shrink-0 translate-y-0.5" />
      <span className="min-w-0 text-pretty">{inbox.offer.rule}</span>
    </p>
  );
}
