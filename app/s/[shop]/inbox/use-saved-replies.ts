"use client";

import { useEffect, useEffectEvent } from "react";
import type { Values } from "#lib/conversations/fill-reply";
import type { SavedReplyView } from "#lib/conversations/list-saved-replies";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { firstName } from "#lib/shops/actor";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";
import { useKeyed } from "../use-keyed";
import { useInbox } from "./_parts/inbox-context";

const ALL = "all";
const NONE: readonly SavedReplyView[] = [];

/** The saved replies the member may use, asked for anew each time somebody begins to look for one. */
export function useSavedReplies(wanted: boolean): readonly SavedReplyView[] {
  const { slug, savedReplies } = useShop();
  const load = useEffectEvent(async () => {
    const answer = await fetchJson<{ replies: SavedReplyView[] }>(`/api/v1/shops/${slug}/saved-replies`);
    if (answer.ok) savedReplies.set(ALL, answer.value.replies);
  });
  useEffect(() => {
    if (wanted) load().catch(reportError);
  }, [wanted]);
  return useKeyed(savedReplies, ALL) ?? NONE;
}

/** What the variables of a saved reply stand for in this conversation. */
export function useReplyValues(row: ConversationRow): Values {
  const { name, memberName } = useShop();
  const { details } = useInbox();
  const contact = row.contact.name.trim();
  return {
    "contact.first_name": firstName(contact),
    "contact.name": contact,
    "order.number": useKeyed(details, row.contact.id)?.orders[0]?.number ?? "",
    "shop.name": name,
    "member.first_name": firstName(memberName),
  };
}
