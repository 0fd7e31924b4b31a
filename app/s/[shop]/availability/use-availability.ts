"use client";

import { useRouter } from "next/navigation";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useRun } from "../../../_shared/use-run";
import { useShop } from "../_parts/live-shop";
import { useAway } from "../_parts/teams-provider";
import { setAvailabilityAction } from "./actions";

/** Whether the member is away, and how she says so; `left` is called once she is. */
export function useAvailability(left: () => void) {
  const { teams } = useMessages();
  const { slug, memberId } = useShop();
  const router = useRouter();
  const { run } = useRun();
  const away = useAway().has(memberId);
  const set = (next: boolean) => {
    if (next === away) return;
    run(
      () => setAvailabilityAction(slug, { away: next }),
      () => {
        router.refresh();
        if (next) left();
        else notify(teams.nowAvailable);
      },
    ).catch(reportError);
  };
  return { away, set };
}
