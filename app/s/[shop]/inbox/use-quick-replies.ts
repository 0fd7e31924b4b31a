"use client";

import { useShop } from "../_parts/live-shop";
import { readReplies } from "../agreed-draft";
import type { DraftPlace } from "../draft-keeper";
import { useBesideDraft } from "./use-beside-draft";

/** The titles of the answers offered with what is written in one box, kept with the draft on every device of the member. */
export function useQuickReplies(place: DraftPlace): [titles: string[], setTitles: (titles: readonly string[]) => void] {
  const { drafts } = useShop();
  return [readReplies(useBesideDraft(drafts.repliesKey(place))), (titles) => drafts.setReplies(place, titles)];
}
