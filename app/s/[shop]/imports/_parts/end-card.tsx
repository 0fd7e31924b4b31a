"use client";

import { useState } from "react";
import type { ImportView } from "#lib/imports/view-import";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { Card, CardHead } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { useImportMessages } from "../../../../_i18n/import-language";
import { OutcomeCounts } from "./outcome-counts";
import { RefusedLines } from "./refused-lines";

type Props = {
  slug: string;
  view: ImportView;
  /** Where what was imported is shown. */
  list: string;
  busy: boolean;
  onUndo: () => Promise<void>;
};

/** What an import did, what it left out, and the way to take it back. */
export function EndCard({ slug, view, list, busy, onUndo }: Props) {
  const { importing } = useImportMessages();
  const words = importing.of[view.kind];
  const [asking, setAsking] = useState(false);
  const { state, stoppedBy, counts, removed } = view;
  const titles = { cancelled: importing.cancelledTitle, undone: importing.undoneTitle };
  const text =
    state === "undone"
      ? words.undone(removed, counts.fresh - removed)
      : state === "cancelled"
        ? stoppedBy
          ? importing.stopped[stoppedBy]
          : importing.cancelledText
        : undefined;
  return (
    <Card aria-labelledby="import-end">
      <CardHead
        id="import-end"
        title={state === "cancelled" || state === "undone" ? titles[state] : importing.doneTitle}
        text={text}
        actions={
          <span className="flex flex-wrap gap-2">
            {state !== "undone" && counts.fresh > 0 ? (
              <Button onClick={() => setAsking(true)}>{importing.undo}</Button>
            ) : null}
            <ButtonLink variant="primary" href={list}>
              {words.showAll}
            </ButtonLink>
          </span>
        }
      />
      <OutcomeCounts view={view} />
      <RefusedLines slug={slug} view={view} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={importing.undoTitle}
        text={words.undoText}
        confirm={importing.undo}
        danger
        busy={busy}
        onConfirm={() => onUndo().then(() => setAsking(false), reportError)}
      />
    </Card>
  );
}
