"use client";

import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { applyToList, conversationListOf, type ListPage } from "#lib/conversations/conversation-list";
import type { Order, View } from "#lib/conversations/conversation-order";
import type { Filter } from "#lib/conversations/views/filter";
import { changesWithTime } from "#lib/conversations/views/matches";
import { useFormat } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";
import { useEveryMinute } from "../use-every-minute";

type Options = { view: View; order: Order; filter: Filter | null; page: ListPage; since: string };

/** One view's list: the page that came with the screen, every change heard since, and more pages on demand. */
export function useConversationList({ view, order, filter, page, since }: Options) {
  const { slug, memberId, feed } = useShop();
  const at = useFormat().now().toISOString();
  const [list, apply] = useReducer(applyToList, null, () =>
    conversationListOf({ view, filter, order, memberId, at }, page),
  );
  const [loading, setLoading] = useState<"idle" | "loading" | "failed">("idle");

  const ask = (cursor: string | null) => {
    const query = new URLSearchParams({ view, order, ...(cursor ? { cursor } : {}) });
    return fetchJson<ListPage>(`/api/v1/shops/${slug}/conversations?${query}`);
  };

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

  useEffect(() => apply({ type: "clock.moved", at }), [at]);
  /** What comes into this view with time alone is told by nobody. */
  useEveryMinute(() => {
    if (view !== "ending_soon" && !(filter && changesWithTime(filter))) return;
    ask(null)
      .then((answer) => answer.ok && apply({ type: "changes.loaded", rows: answer.value.rows }))
      .catch(reportError);
  });

  async function loadMore() {
    if (list.next === null || loading === "loading") return;
    setLoading("loading");
    const answer = await ask(list.next);
    setLoading(answer.ok ? "idle" : "failed");
    if (answer.ok) apply({ type: "page.loaded", after: list.next, ...answer.value });
  }

  return { list, loading, loadMore };
}
