"use client";

import { Tag } from "lucide-react";
import type { OfferChance } from "#lib/conversations/offer-chance";
import { problemSentence } from "#lib/i18n/problem";
import { TextButton } from "#ui/text-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { wakeWords } from "../until-words";

type Props = {
  chance: OfferChance | null;
  name: string | null;
  /** Asks for another time than the first that is allowed; null while nothing is written. */
  onTime: (() => void) | null;
};

/** What becomes of the offer that is written: whether it goes now or when, how often one may go, and what it carries. */
export function OfferLine({ chance, name, onTime }: Props) {
  const messages = useMessages();
  const { offer } = messages.inbox;
  const format = useFormat();
  function outcome(): string {
    if (chance?.state === "now") return name ? offer.goesTo(name) : offer.goes;
    if (chance?.state !== "later") return "";
    const { key, params } = chance.refusal;
    return `${problemSentence(messages, format, key, params)} ${offer.waits(wakeWords(format, chance.at))}`;
  }
  return (
    <div role="status" className="flex items-baseline gap-1.5 px-3 pt-2 text-caption text-ink-2">
      <Tag aria-hidden="true" size={13} className="shrink-0 translate-y-0.5" />
      <p className="min-w-0 text-pretty">
        <b className="font-semibold empty:hidden">{outcome()}</b>{" "}
        {chance?.state === "later" && onTime ? <TextButton onClick={onTime}>{offer.changeTime}</TextButton> : null}{" "}
        {offer.rule}
      </p>
    </div>
  );
}
