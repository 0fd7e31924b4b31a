"use client";

import type { ImportView } from "#lib/imports/view-import";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { ProgressBar } from "#ui/progress-bar";
import { useImportMessages } from "../../../../_i18n/import-language";

type Props = { view: ImportView; busy: boolean; onEnd: () => void };

/** What is under way: the dry run, the import or its undoing, how far it has come, and the way to stop. */
export function WorkCard({ view, busy, onEnd }: Props) {
  const { importing } = useImportMessages();
  const { state, position, total, counts, removed } = view;
  const undoing = state === "undoing";
  const words = undoing
    ? importing.undoing(removed)
    : state === "trying"
      ? importing.trying(position, total)
      : importing.running(position, total);
  const share = undoing ? removed / Math.max(1, counts.fresh) : position / Math.max(1, total);
  return (
    <Card className="grid gap-3 px-4 py-3.5">
      <ProgressBar label={importing.progress} share={share} text={words} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 grow basis-60 text-label text-ink-2 tabular-nums">
          {words}
          {state === "running" ? <span className="block text-caption text-ink-3">{importing.runningText}</span> : null}
        </p>
        {undoing ? null : (
          <Button busy={busy} onClick={onEnd}>
            {state === "trying" ? importing.stopTrying : importing.cancel}
          </Button>
        )}
      </div>
    </Card>
  );
}
