"use client";

import { useShop } from "../_parts/live-shop";
import type { DraftPlace } from "../draft-keeper";
import { useBesideDraft } from "./use-beside-draft";

/** Whether what is written in one box is an offer, kept with the draft on every device of the member. */
export function useOffer(place: DraftPlace): [offer: boolean, setOffer: (offer: boolean) => void] {
  const { drafts } = useShop();
  return [useBesideDraft(drafts.offerKey(place)) !== "", (offer) => drafts.setOffer(place, offer)];
}
