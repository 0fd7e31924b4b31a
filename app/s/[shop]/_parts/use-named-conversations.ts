"use client";

import { useEffect, useState } from "react";
import type { NamedConversation } from "#lib/conversations/find-conversations";
import { fetchJson } from "../fetch-json";

const PAUSE_MS = 200;
const NONE: readonly NamedConversation[] = [];

/** Conversations by a name or the number of an order, asked for when the typing pauses. */
export function useNamedConversations(slug: string, q: string): readonly NamedConversation[] {
  const [found, setFound] = useState<{ q: string; rows: readonly NamedConversation[] } | null>(null);
  useEffect(() => {
    if (q === "") return;
    let stale = false;
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q });
      const path = `/api/v1/shops/${slug}/conversations/named?${query}`;
      const outcome = await fetchJson<{ conversations: NamedConversation[] }>(path);
      if (!stale && outcome.ok) setFound({ q, rows: outcome.value.conversations });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [slug, q]);
  return q !== "" && found?.q === q ? found.rows : NONE;
}
