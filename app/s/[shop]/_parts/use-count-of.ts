"use client";

import type { View } from "#lib/conversations/conversation-order";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useViewCounts } from "../views/view-counts-provider";
import { useCounts, useShop } from "./live-shop";

/** From here on a saved view is counted no further. */
const MANY = 100;

/** A number as it is seen and as it is said. */
export type Count = { n: number; shown: string; said: string };

/**
 * How many conversations a view holds; null while it is not counted. What is closed or spam waits for nothing, of what
 * names her it counts what is open, and what ends soon changes with the clock.
 */
export function useCountOf(): (view: View) => Count | null {
  const { inbox, views } = useMessages();
  const format = useFormat();
  const { memberId } = useShop();
  const counts = useCounts();
  const saved = useViewCounts();

  function numberOf(view: View): number | undefined {
    const [kind, id = ""] = view.split(":");
    switch (kind) {
      case "team":
        return counts.teams[id] ?? 0;
      case "tag":
        return counts.tags[id] ?? 0;
      case "view":
        return saved[id];
      case "mine":
      case "mentions":
        return counts[kind][memberId] ?? 0;
      case "unassigned":
      case "open":
      case "snoozed":
        return counts[kind];
      default:
        return;
    }
  }

  return (view) => {
    const n = numberOf(view);
    if (n === undefined) return null;
    if (view.startsWith("view:") && n >= MANY)
      return { n, shown: `${format.number(MANY - 1)}+`, said: views.many(MANY - 1) };
    const said = view === "mentions" ? inbox.openCount(n) : inbox.viewCount(n);
    return { n, shown: format.number(n), said };
  };
}
