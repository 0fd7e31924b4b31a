"use client";

import { Button } from "#ui/button";
import { useMessages } from "../../../../_i18n/language";
import type { Bulk } from "../triage/use-bulk";

/** Says whether only what is loaded is selected or everything in the view, and changes it. */
export function WholeView({ bulk }: { bulk: Bulk }) {
  const { bulk: texts } = useMessages().triage;
  return (
    <p className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-sunken px-4 py-2 text-caption text-ink-2">
      <span role="status">{bulk.everything ? texts.whole : texts.loaded(bulk.chosen.length)}</span>
      <Button size="sm" variant="ghost" onClick={bulk.everything ? bulk.clear : bulk.chooseEverything}>
        {bulk.everything ? texts.clear : texts.wholeAsk}
      </Button>
    </p>
  );
}
