"use client";

import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { applyToList, conversationListOf, type ListPage, type View } from "#lib/conversations/conversation-list";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";

type Options = { view: View; page: ListPage; since: string };

/** One view's list: the page that came with the screen, every change heard since, and more pages on demand. */
export function useConversationList({ view, page, since }: Options) {
  const { slug, memberId, feed } = useShop();
  const [list, apply] = useReducer(applyToList, null, () => conversationListOf(view, memberId, page));
  const [loading, setLoading] = useState<"idle" | "loading" | "failed">("idle");

  const ask = (cursor: string | null) =>
    fetchJson<ListPage>(
      `/api/v1/shops/${slug}/conversations?view=${view}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );

  const restart = useEffectEvent(async () => {
    const answer = await ask(null);
    if (answer.ok) apply({ type: "list.restarted", ...answer.value });
  });

  useEffect(() => {
    const stop = feed.listen({
      rows: (rows) => apply({ type: "changes.loaded", rows }),
      tooMuch: () => restart().catch(reportError),
    });
    feed.catchUp(since).catch(reportError);
    return stop;
  }, [feed, since]);

  async function loadMore() {
    if (list.next === null || loading === "loading") return;
    setLoading("loading");
    const answer = await ask(list.next);
    setLoading(answer.ok ? "idle" : "failed");
    if (answer.ok) apply({ type: "page.loaded", after: list.next, ...answer.value });
  }

  return { list, loading, loadMore };
}
