"use client";

import { X } from "lucide-react";
import type { BulkMessageView } from "#lib/conversations/bulk-messages/bulk-message-row";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { IconButton } from "#ui/icon-button";
import { ProgressBar } from "#ui/progress-bar";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { type BulkMessageJob, isUnderWay } from "../use-bulk-message";
import { WhyNot } from "./why-not";
import { WrittenList } from "./written-list";

/** How it ended, in sentences; none while it is under way. */
function useOutcome(view: BulkMessageView | null): string[] {
  const { message: texts } = usePeopleMessages().contactTable;
  const format = useFormat();
  if (!view || isUnderWay(view)) return [];
  const { state, sent, scheduled, refused, left, leftBy, total, listing, withdrawn, withdrawing } = view;
  const parts = [
    [sent, texts.sent],
    [withdrawing ? 0 : scheduled, texts.scheduled],
    [refused, texts.refused],
  ] as const;
  const became = format.list(parts.flatMap(([n, words]) => (n > 0 ? [words(n)] : [])));
  return [
    ...(leftBy === null ? [] : [texts.leftBy(leftBy)]),
    ...(state === "cancelled" && listing ? [texts.stoppedEarly] : []),
    ...(state === "cancelled" && !listing && left > 0 ? [texts.stopped(left)] : []),
    ...(withdrawing ? [texts.withdrawing(scheduled)] : []),
    ...(withdrawn > 0 ? [texts.withdrawn(withdrawn)] : []),
    ...(became ? [`${became}.`] : []),
    ...(state === "done" && total === 0 ? [texts.nobody] : []),
    ...(state === "done" && left > 0 ? [texts.gone(left)] : []),
  ];
}

function UnderWay({ view, job }: { view: BulkMessageView; job: BulkMessageJob }) {
  const { message: texts } = usePeopleMessages().contactTable;
  const done = view.total - view.left;
  const words = view.listing ? texts.listing(view.total) : texts.progress(done, view.total);
  const share = view.listing ? null : done / Math.max(1, view.total);
  return (
    <>
      <ProgressBar label={texts.sending} share={share} text={words} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 grow text-label text-ink-2 tabular-nums">{words}</p>
        <Button size="sm" busy={job.busy} onClick={job.end}>
          {texts.stop}
        </Button>
      </div>
    </>
  );
}

type EndedProps = { slug: string; view: BulkMessageView; job: BulkMessageJob; sentences: readonly string[] };

function Ended({ slug, view, job, sentences }: EndedProps) {
  const { common } = useMessages();
  const { message: texts } = usePeopleMessages().contactTable;
  const { id: bulkMessageId, version } = view;
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 grow basis-40 text-label text-ink-2">
          {sentences.map((sentence) => (
            <p key={sentence} className="first-letter:uppercase">
              {sentence}
            </p>
          ))}
        </div>
        {view.state === "cancelled" && (view.left > 0 || view.listing) ? (
          <Button size="sm" busy={job.busy} onClick={job.resume}>
            {view.listing ? texts.goOn : texts.resume(view.left)}
          </Button>
        ) : null}
        {view.state === "done" && view.scheduled > 0 ? (
          <Button size="sm" busy={job.busy} onClick={job.end}>
            {texts.withdraw}
          </Button>
        ) : null}
        <IconButton size="sm" label={common.close} icon={<X aria-hidden="true" size={16} />} onClick={job.dismiss} />
      </div>
      <WhyNot problems={view.problems} />
      {view.refused > 0 ? (
        <WrittenList
          key={`refused ${bulkMessageId} ${version}`}
          {...{ slug, bulkMessageId }}
          state="refused"
          title={texts.refusedFor}
          label={texts.showRefused}
        />
      ) : null}
      {view.scheduled > 0 ? (
        <WrittenList
          key={`scheduled ${bulkMessageId} ${version}`}
          {...{ slug, bulkMessageId }}
          state="scheduled"
          title={texts.waitsFor}
          label={texts.showScheduled}
        />
      ) : null}
    </>
  );
}

/** A message to many contacts: how far it has come, and how it ended. */
export function BulkMessageCard({ slug, job }: { slug: string; job: BulkMessageJob }) {
  const { message: texts } = usePeopleMessages().contactTable;
  const { held } = job;
  const sentences = useOutcome(held);
  return (
    <>
      <span role="status" className="sr-only">
        {sentences.join(" ")}
      </span>
      {held ? (
        <section aria-label={texts.many}>
          <Card className="grid gap-2 px-4 py-3">
            <p className="truncate font-semibold text-label">
              <bdi>{held.preview}</bdi>
            </p>
            {isUnderWay(held) ? (
              <UnderWay view={held} job={job} />
            ) : (
              <Ended view={held} {...{ slug, job, sentences }} />
            )}
          </Card>
        </section>
      ) : null}
    </>
  );
}
