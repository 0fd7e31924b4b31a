"use client";

import { TriangleAlert } from "lucide-react";
import type { NameCaution } from "#lib/contacts/caution-of";
import { useMessages } from "../../../_i18n/language";
import { cautionWords } from "./caution-words";

/** A small mark beside a name that may deceive, with why in words. */
export function NameMark({ caution }: { caution: NameCaution | null }) {
  const messages = useMessages();
  if (!caution) return null;
  const words = cautionWords(messages, caution);
  return (
    <span title={words} className="relative z-1 inline-flex shrink-0 self-center text-danger-ink">
      <TriangleAlert aria-hidden="true" size={14} />
      <span className="sr-only">{words}</span>
    </span>
  );
}
