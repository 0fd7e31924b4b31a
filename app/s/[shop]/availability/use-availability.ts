"use client";

import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useRun } from "../../../_shared/use-run";
import { useCounts, useShop } from "../_parts/live-shop";
import { useAway, useAwayWords } from "../_parts/teams-provider";
import { setAvailabilityAction } from "./actions";

/** Whether the member is away, by her word or by her hours, and how she says so; `handOver` asks what becomes of what she holds, where that is something. */
export function useAvailability(handOver: () => void) {
  const { teams } = useMessages();
  const { slug, memberId, refresh } = useShop();
  const held = useCounts().mine[memberId] ?? 0;
  const { run } = useRun();
  const until = useAway().get(memberId);
  const words = useAwayWords()(memberId);
  const value: "available" | "hours" | "away" = words === null ? "available" : until ? "hours" : "away";
  const set = (next: boolean) => {
    if (value === (next ? "away" : "available")) return;
    run(
      () => setAvailabilityAction(slug, { away: next }),
      () => {
        refresh();
        if (next && held > 0) handOver();
        else notify(next ? teams.nowAway : teams.nowAvailable);
      },
    ).catch(reportError);
  };
  return { value, words, set };
}
