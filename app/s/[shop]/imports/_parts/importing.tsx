"use client";

import { FileText } from "lucide-react";
import type { ColumnView } from "#lib/imports/load-import";
import type { ImportView } from "#lib/imports/view-import";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { Card, CardHead } from "#ui/card";
import { useImportMessages } from "../../../../_i18n/import-language";
import { useImporting } from "../use-importing";
import { ColumnsCard } from "./columns-card";
import { EndCard } from "./end-card";
import { OutcomeCounts } from "./outcome-counts";
import { RefusedLines } from "./refused-lines";
import { WorkCard } from "./work-card";

type Acts = ReturnType<typeof useImporting>;

/** What the import would do, and the way to do it. */
function TriedCard({ slug, acts: { view, busy, problem, start } }: { slug: string; acts: Acts }) {
  const { importing } = useImportMessages();
  const words = importing.of[view.kind];
  const n = view.counts.fresh + view.counts.joined;
  return (
    <Card aria-labelledby="tried">
      <CardHead
        id="tried"
        title={importing.triedTitle}
        text={n > 0 ? importing.triedText : words.nothing}
        actions={
          n > 0 ? (
            <Button variant="primary" busy={busy} onClick={() => void start()}>
              {words.start(n)}
            </Button>
          ) : null
        }
      />
      {problem ? (
        <div className="px-4 pb-3.5">
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        </div>
      ) : null}
      <OutcomeCounts view={view} />
      <RefusedLines slug={slug} view={view} />
    </Card>
  );
}

type Props = {
  slug: string;
  loaded: ImportView;
  columns: readonly ColumnView[];
  /** Where a file is chosen, and where what was imported is shown. */
  base: string;
  list: string;
};

/** One file on its way in: its columns, the dry run, the import and its end. */
export function Importing({ slug, loaded, columns, base, list }: Props) {
  const { importing } = useImportMessages();
  const acts = useImporting(slug, loaded);
  const { view, busy, problem, tryIt, end, undo } = acts;
  const choosing = view.state === "uploaded" || view.state === "tried";
  const working = view.state === "trying" || view.state === "running" || view.state === "undoing";
  const said = {
    uploaded: importing.columnsTitle,
    trying: "",
    tried: importing.triedTitle,
    running: "",
    done: importing.doneTitle,
    cancelled: importing.cancelledTitle,
    undoing: "",
    undone: importing.undoneTitle,
  }[view.state];
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="flex min-w-0 grow items-center gap-2 text-label">
          <FileText aria-hidden="true" size={16} className="shrink-0 text-ink-3" />
          <bdi className="truncate">{view.fileName}</bdi>
        </span>
        {working ? null : <ButtonLink href={base}>{importing.otherFile}</ButtonLink>}
      </div>
      {view.state === "tried" ? <TriedCard slug={slug} acts={acts} /> : null}
      {working ? <WorkCard view={view} busy={busy} onEnd={() => void end()} /> : null}
      {choosing ? (
        <ColumnsCard
          view={view}
          columns={columns}
          busy={busy}
          problem={view.state === "uploaded" ? problem : null}
          onTry={(chosen) => void tryIt(chosen)}
        />
      ) : null}
      {choosing || working ? null : <EndCard slug={slug} view={view} list={list} busy={busy} onUndo={undo} />}
    </>
  );
}
