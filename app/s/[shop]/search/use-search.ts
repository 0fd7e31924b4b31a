"use client";

import { useEffect, useRef, useState } from "react";
import type { SearchView } from "#lib/conversations/search-shop";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";

const PAUSE_MS = 250;

export type Searched = { q: string; view: SearchView };

/** What is searched and found: asked for when the typing pauses, kept in the address, older messages on demand. */
export function useSearch(initial: Searched) {
  const { slug } = useShop();
  const { common } = useMessages();
  const [q, setQ] = useState(initial.q);
  const [searched, setSearched] = useState(initial);
  const [busy, setBusy] = useState(false);
  const wanted = q.trim();
  /** What was answered or is being asked; null once that is of no use any more. */
  const asked = useRef<string | null>(initial.q.trim());

  useEffect(() => {
    if (wanted === asked.current) return;
    let [stale, answered] = [false, false];
    const timer = setTimeout(async () => {
      asked.current = wanted;
      const query = new URLSearchParams({ q: wanted });
      window.history.replaceState(null, "", `/s/${slug}/search?${query}`);
      setBusy(true);
      const answer = await fetchJson<SearchView>(`/api/v1/shops/${slug}/search?${query}`);
      if (stale) return;
      answered = true;
      setBusy(false);
      if (answer.ok) setSearched({ q: wanted, view: answer.value });
      else notify(answer.problem.message || common.noConnection, { outcome: "failed" });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
      if (!answered) asked.current = null;
    };
  }, [slug, wanted, common.noConnection]);

  /** Adds the next page of messages to those shown. */
  async function more() {
    const { messages } = searched.view;
    if (!messages.next || busy) return;
    setBusy(true);
    const query = new URLSearchParams({ q: searched.q, cursor: messages.next });
    const answer = await fetchJson<SearchView>(`/api/v1/shops/${slug}/search?${query}`);
    setBusy(false);
    if (!answer.ok) return notify(answer.problem.message || common.noConnection, { outcome: "failed" });
    const page = answer.value.messages;
    setSearched((held) => {
      if (held.q !== searched.q) return held;
      const before = held.view.messages;
      const conversations = [...before.conversations, ...page.conversations];
      const all = { conversations, found: before.found + page.found, next: page.next };
      return { ...held, view: { ...held.view, messages: all } };
    });
  }

  return { q, setQ, searched, busy, more };
}
