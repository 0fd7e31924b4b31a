"use client";

import { useState } from "react";
import {
  type CardDraft,
  EMPTY_CARD,
  type KeptCard,
  type OneCard,
  readCard,
} from "#lib/channels/messenger/outbound/card-draft";
import { keptText } from "../../../_shared/kept-text";
import { newKey } from "../../../_shared/new-key";
import { useShop } from "../_parts/live-shop";
import type { DraftKeeper } from "../draft-keeper";
import { useBesideDraft } from "./use-beside-draft";

const begun = (): KeptCard => ({ clientKey: newKey(), draft: EMPTY_CARD });
const keyOf = (drafts: DraftKeeper, conversationId: string) => drafts.keyOf({ conversationId, kind: "card" });

/** The card of a conversation as it is kept, with every change of another window or device; null where none is begun. */
function useKeptCard(conversationId: string): KeptCard | null {
  return readCard(useBesideDraft(keyOf(useShop().drafts, conversationId)));
}

/** Whether a card is begun in a conversation and not sent. */
export function useIsCardBegun(conversationId: string): boolean {
  return useKeptCard(conversationId) !== null;
}

/** The card being written in a conversation, kept on every device of the member until it is sent or given up. */
export function useCard(conversationId: string) {
  const { drafts } = useShop();
  const [blank, setBlank] = useState(begun);
  const kept = useKeptCard(conversationId);
  const keep = (text: string) => drafts.keep({ conversationId, kind: "card" }, text);
  /** Changes what is kept by now: also what comes a while later, as an upload, loses nothing that was typed meanwhile. */
  const changeBy = (next: (draft: CardDraft) => Partial<CardDraft>) => {
    const { clientKey, draft } = readCard(keptText(keyOf(drafts, conversationId))) ?? kept ?? blank;
    keep(JSON.stringify({ clientKey, draft: { ...draft, ...next(draft) } }));
  };
  return {
    ...(kept ?? blank),
    conversationId,
    isBegun: kept !== null,
    change: (next: Partial<CardDraft>) => changeBy(() => next),
    /** Changes one of the cards that stand side by side; nothing where it was taken away. */
    changeOne: (key: string, next: Partial<OneCard>) =>
      changeBy(({ cards }) => ({ cards: cards.map((one) => (one.key === key ? { ...one, ...next } : one)) })),
    /** It is sent, or given up. */
    end() {
      setBlank(begun());
      keep("");
    },
  };
}

export type CardInHand = ReturnType<typeof useCard>;
