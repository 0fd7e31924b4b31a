"use client";

import type { ImportView } from "#lib/imports/view-import";
import { useImportMessages } from "../../../../_i18n/import-language";
import { useFormat } from "../../../../_i18n/language";

const OUTCOMES = ["fresh", "joined", "unchanged", "refused"] as const;

/** How many lines did what, or would do it. */
export function OutcomeCounts({ view }: { view: ImportView }) {
  const { outcomes, outcomeTexts } = useImportMessages().importing.of[view.kind];
  const format = useFormat();
  return (
    <dl className="grid gap-3 px-4 pb-3.5 sm:grid-cols-2 lg:grid-cols-4">
      {OUTCOMES.map((outcome) => (
        <div key={outcome} className="grid content-start gap-0.5 rounded-md bg-sunken px-3 py-2.5">
          <dt className="font-label text-caption text-ink-2">{outcomes[outcome]}</dt>
          <dd className="type-title tabular-nums">{format.number(view.counts[outcome])}</dd>
          <dd className="text-pretty text-caption text-ink-3">{outcomeTexts[outcome]}</dd>
        </div>
      ))}
    </dl>
  );
}
