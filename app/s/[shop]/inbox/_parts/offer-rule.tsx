"use client";

import type { ReactNode } from "react";
import type { OfferChance } from "#lib/conversations/offer-chance";
import { Button } from "#ui/button";
import { useMessages } from "../../../../_i18n/language";
import { RefusalCard } from "./refusal-card";

type Props = {
  chance: OfferChance | null;
  /** Something is written that waits. */
  kept: boolean;
  /** It is to be no offer. */
  onAnswer: () => void;
  children: ReactNode;
};

/** Why the offer that is written may not go, with what may; nothing while it may. */
export function OfferRule({ chance, kept, onAnswer, children }: Props) {
  const { offer } = useMessages().inbox;
  if (chance?.state !== "refused") return null;
  return (
    <RefusalCard refusal={chance.refusal} role="alert" kept={kept}>
      <Button size="sm" onClick={onAnswer}>
        {offer.instead}
      </Button>
      {children}
    </RefusalCard>
  );
}
