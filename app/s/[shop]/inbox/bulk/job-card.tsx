"use client";

import { X } from "lucide-react";
import type { BulkView } from "#lib/conversations/bulk/bulk-row";
import { problemSentence } from "#lib/i18n/problem";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";
import { ProgressBar } from "#ui/progress-bar";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { type BulkJob, isUnderWay } from "./use-bulk-job";

/** How it ended, in sentences; none while there is nothing to tell. */
function useOutcome(view: BulkView | null): string[] {
  const messages = useMessages();
  const format = useFormat();
  const { bulk } = messages.triage;
  if (!view || isUnderWay(view)) return [];
  const { state, changed, undone, kept, refused, problems } = view;
  const back = state === "undone";
  const left = back ? kept : refused;
  const told = problems.map(({ key, params, n }) => {
    const why = problemSentence(messages, format, key, params);
    return back ? bulk.kept(n, why) : bulk.refused(n, why);
  });
  const others = left - problems.reduce((sum, { n }) => sum + n, 0);
  return [
    ...(state === "cancelled" ? [bulk.stopped] : []),
    back ? bulk.undone(undone) : changed + left === 0 && state === "done" ? bulk.nothing : bulk.done(changed),
    ...told,
    ...(others > 0 ? [bulk.others(others)] : []),
  ];
}

function UnderWay({ view, job }: { view: BulkView; job: BulkJob }) {
  const { triage, common } = useMessages();
  const undoing = view.state === "undoing";
  const done = undoing ? view.undone + view.kept : view.position;
  const all = undoing ? view.changed : view.total;
  const words = undoing ? triage.bulk.undoing(done, all) : triage.bulk.working(done, all);
  return (
    <>
      <ProgressBar label={triage.bulk.progress} share={done / Math.max(1, all)} text={words} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 grow text-label text-ink-2 tabular-nums">{words}</p>
        {undoing ? null : (
          <Button size="sm" busy={job.busy} onClick={job.end}>
            {common.cancel}
          </Button>
        )}
      </div>
    </>
  );
}

type EndedProps = { view: BulkView; job: BulkJob; sentences: readonly string[] };

function Ended({ view, job, sentences }: EndedProps) {
  const { common } = useMessages();
  const [first, ...rest] = sentences;
  const undoable = view.changed > 0 && view.state !== "undone";
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="min-w-0 grow basis-40 text-label text-ink-2">
        <p>{first}</p>
        {rest.map((sentence) => (
          <p key={sentence} className="text-caption text-ink-3">
            {sentence}
          </p>
        ))}
      </div>
      {undoable ? (
        <Button size="sm" busy={job.busy} onClick={job.undo}>
          {common.undo}
        </Button>
      ) : null}
      <IconButton size="sm" label={common.close} icon={<X aria-hidden="true" size={16} />} onClick={job.dismiss} />
    </div>
  );
}

/** What is being done to everything in a view, how far it has come, and how it ended. */
export function JobCard({ job }: { job: BulkJob }) {
  const { triage } = useMessages();
  const { held } = job;
  const sentences = useOutcome(held);
  return (
    <>
      <span role="status" className="sr-only">
        {sentences.join(" ")}
      </span>
      {held ? (
        <section
          aria-label={triage.bulk.progress}
          className="grid shrink-0 gap-2 border-line border-b bg-sunken px-4 py-2.5"
        >
          {isUnderWay(held) ? <UnderWay view={held} job={job} /> : <Ended view={held} {...{ job, sentences }} />}
        </section>
      ) : null}
    </>
  );
}
