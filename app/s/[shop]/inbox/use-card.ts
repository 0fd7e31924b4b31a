"use client";

import { useState } from "react";
import { type CardDraft, EMPTY_CARD, readCard } from "#lib/channels/messenger/outbound/card-draft";
import { keptText } from "../../../_shared/kept-text";
import { newKey } from "../../../_shared/new-key";
import { useShop } from "../_parts/live-shop";
import { useBesideDraft } from "./use-beside-draft";

const begun = () => ({ clientKey: newKey(), draft: EMPTY_CARD });

/** Where the card of a conversation is kept on this browser. */
function useCardKey(conversationId: string): string {
  const { drafts } = useShop();
  return `${drafts.keyOf({ conversationId, kind: "reply" })}:card`;
}

/** Whether a card is begun in a conversation and not sent. */
export function useIsCardBegun(conversationId: string): boolean {
  return readCard(useBesideDraft(useCardKey(conversationId))) !== null;
}

/** The card being written in a conversation, kept on this browser with every key until it is sent or given up. */
export function useCard(conversationId: string) {
  const key = useCardKey(conversationId);
  const { drafts } = useShop();
  const [card, setCard] = useState(() => readCard(keptText(key)) ?? begun());
  return {
    ...card,
    isBegun: card.draft !== EMPTY_CARD,
    change(next: Partial<CardDraft>) {
      const changed = { ...card, draft: { ...card.draft, ...next } };
      setCard(changed);
      drafts.keepBeside(key, JSON.stringify(changed));
    },
    /** It is sent, or given up. */
    end() {
      setCard(begun());
      drafts.keepBeside(key, "");
    },
  };
}
