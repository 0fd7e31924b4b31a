"use client";

import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ViewCounts } from "#lib/conversations/views/count-views";
import { useShop, useViews } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";
import { useEveryMinute } from "../use-every-minute";

/** However much changes, they are asked for no more often, in milliseconds. */
const CALM_MS = 10_000;

const ViewCountsContext = createContext<ViewCounts["counts"]>({});

/** How many conversations each saved view holds; none for one that is not counted. */
export function useViewCounts(): ViewCounts["counts"] {
  return useContext(ViewCountsContext);
}

/**
 * Counts the saved views for every place that shows them: when the views or the conversations change, at most every ten
 * seconds, and each minute, since some views change with the clock.
 */
export function ViewCountsProvider({ children }: { children: ReactNode }) {
  const { slug, feed } = useShop();
  const views = useViews();
  const [counts, setCounts] = useState<ViewCounts["counts"]>({});
  const asked = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);

  const load = useEffectEvent(async () => {
    waiting.current = null;
    asked.current = Date.now();
    if (document.visibilityState !== "visible") return;
    const answer = await fetchJson<ViewCounts>(`/api/v1/shops/${slug}/views/counts`);
    if (answer.ok) setCounts(answer.value.counts);
  });
  const soon = useEffectEvent(() => {
    if (waiting.current !== null || views.length === 0) return;
    const due = Math.max(0, asked.current + CALM_MS - Date.now());
    waiting.current = setTimeout(() => load().catch(reportError), due);
  });
  useEffect(() => {
    if (views.length > 0) load().catch(reportError);
  }, [views]);
  useEffect(() => {
    const stop = feed.listen({ rows: soon, tooMuch: soon });
    document.addEventListener("visibilitychange", soon);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", soon);
      if (waiting.current !== null) clearTimeout(waiting.current);
      waiting.current = null;
    };
  }, [feed]);
  useEveryMinute(soon);
  return <ViewCountsContext value={counts}>{children}</ViewCountsContext>;
}
