"use client";

import { useEffect, useEffectEvent } from "react";
import type { DraftsView } from "#lib/conversations/merge-draft";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";

/** Brings what the member wrote here on another device: when the conversation is looked at, and when she comes back to it. */
export function useSavedDrafts(conversationId: string, settled: boolean): void {
  const { slug, drafts } = useShop();
  const load = useEffectEvent(async () => {
    const answer = await fetchJson<DraftsView>(`/api/v1/shops/${slug}/conversations/${conversationId}/drafts`);
    if (answer.ok) drafts.take(conversationId, answer.value);
  });
  useEffect(() => {
    if (!settled) return;
    const back = () => {
      if (document.visibilityState === "visible") load().catch(reportError);
    };
    back();
    document.addEventListener("visibilitychange", back);
    return () => document.removeEventListener("visibilitychange", back);
  }, [settled]);
}
