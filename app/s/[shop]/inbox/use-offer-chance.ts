"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Writing } from "#lib/connect/load-writing";
import type { OfferChance } from "#lib/conversations/offer-chance";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { shopChannel } from "#lib/realtime/channels";
import { useFormat } from "../../../_i18n/language";
import { useChannel } from "../../../_realtime/use-channel";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";

type Known = { conversationId: string; chance: OfferChance | null };

/** What becomes of the offer that is written in a conversation; null while nothing is said to be one, or not known yet. */
export function useOfferChance(row: ConversationRow, offer: boolean): OfferChance | null {
  const { slug, id: shopId } = useShop();
  const now = useFormat().now();
  const [known, setKnown] = useState<Known | null>(null);
  const load = useEffectEvent(async () => {
    const path = `/api/v1/shops/${slug}/conversations/${row.id}/composer?offer=true`;
    const answer = await fetchJson<Writing>(path);
    if (answer.ok) setKnown({ conversationId: row.id, chance: answer.value.offer });
  });
  const again = () => load().catch(reportError);
  /** What is sent here counts against the next one. */
  const due = offer ? `${row.id} ${row.version}` : null;
  useEffect(() => {
    if (due !== null) load().catch(reportError);
  }, [due]);
  useChannel<{ contactId: string | null }>(
    offer ? shopChannel(shopId) : null,
    { "contact.changed": ({ contactId }) => contactId === row.contact.id && again(), "budget.changed": again },
    (reason) => reason !== "joined" && again(),
  );
  const chance = offer && known?.conversationId === row.id ? known.chance : null;
  return chance?.state === "later" && Date.parse(chance.at) <= now.getTime() ? { state: "now" } : chance;
}
