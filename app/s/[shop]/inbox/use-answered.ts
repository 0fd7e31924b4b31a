"use client";

import { useShop } from "../_parts/live-shop";
import { useBesideDraft } from "./use-beside-draft";

/** Which message what is written in a conversation answers, kept with the draft until it is sent or given up. */
export function useAnswered(conversationId: string): [id: string | null, answer: (id: string | null) => void] {
  const { drafts } = useShop();
  const place = { conversationId, kind: "reply" as const };
  return [useBesideDraft(drafts.answeredKey(place)) || null, (id) => drafts.answer(place, id)];
}
