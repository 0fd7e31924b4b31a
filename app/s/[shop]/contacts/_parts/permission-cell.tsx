"use client";

import { Check, type LucideIcon, Minus, X } from "lucide-react";
import type { PermissionView } from "#lib/contacts/permissions";
import { useFormat, useMessages } from "../../../../_i18n/language";

const ICONS: Record<PermissionView["state"], { Icon: LucideIcon; tone: string }> = {
  on: { Icon: Check, tone: "text-success-ink" },
  off: { Icon: X, tone: "text-danger-ink" },
  not_given: { Icon: Minus, tone: "text-ink-3" },
  refused: { Icon: Minus, tone: "text-ink-3" },
};

/** One permission of one contact in a table: the answer in a word, and its date. */
export function PermissionCell({ permission }: { permission: PermissionView }) {
  const { contacts } = useMessages();
  const format = useFormat();
  const { state, at } = permission;
  const { Icon, tone } = ICONS[state];
  const answered = state === "on" || state === "off";
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden="true" size={14} className={tone} />
      <span className={tone}>{contacts.answers[state]}</span>
      {answered && at ? (
        <time dateTime={at} className="text-caption text-ink-3">
          {format.date(at)}
        </time>
      ) : null}
    </span>
  );
}
