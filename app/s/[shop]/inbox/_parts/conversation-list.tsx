"use client";

import { CircleCheck, ListChecks } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { MOST_AT_ONCE } from "#lib/conversations/bulk/undo-many";
import type { ConversationList as List } from "#lib/conversations/conversation-list";
import { isFixed, type View } from "#lib/conversations/conversation-order";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";
import { watchSight } from "../../../../_shared/watch-sight";
import { classNames } from "../../../../_ui/class-names";
import { useViewName } from "../../use-view-name";
import { ViewMenu } from "../../views/_parts/view-menu";
import { JobCard } from "../bulk/job-card";
import type { BulkJob } from "../bulk/use-bulk-job";
import { useLongPress } from "../bulk/use-long-press";
import { WholeView } from "../bulk/whole-view";
import { BulkBar } from "../triage/bulk-bar";
import { RowChoice } from "../triage/row-choice";
import type { Bulk } from "../triage/use-bulk";
import { useSlidingRows } from "../use-sliding-rows";
import { useSteadyPress } from "../use-steady-press";
import { ConversationRow } from "./conversation-row";
import { OrderMenu } from "./order-menu";
import { RowSkeletons } from "./row-skeletons";
import { ViewChooser } from "./view-chooser";

type Props = {
  list: List;
  loading: "idle" | "loading" | "failed";
  onMore: () => void;
  selected: string | null;
  className: string;
  bulk: Bulk;
  job: BulkJob;
  /** What a new shop does first: on a phone it stands here, where nothing waits. */
  steps: ReactNode;
};

/** The views in which a first conversation would be. */
const OF_THE_FIRST = new Set<View>(["mine", "unassigned", "open"]);

function Nothing({ list, steps }: Pick<Props, "list" | "steps">) {
  const { inbox, views } = useMessages();
  const { endingTitle, closedTitle, snoozedTitle, mentionsTitle, spamTitle, title } = inbox.empty;
  const titles: Partial<Record<View, string>> = {
    ending_soon: endingTitle,
    snoozed: snoozedTitle,
    closed: closedTitle,
    mentions: mentionsTitle,
    spam: spamTitle,
  };
  const nothing = (
    <EmptyState
      icon={<CircleCheck aria-hidden="true" size={22} />}
      title={isFixed(list.view) ? (titles[list.view] ?? title) : views.emptyTitle}
      text={isFixed(list.view) ? inbox.empty[list.view] : views.empty}
    />
  );
  if (!steps || !OF_THE_FIRST.has(list.view)) return nothing;
  return (
    <>
      <div className="max-md:hidden">{nothing}</div>
      <div className="md:hidden">{steps}</div>
    </>
  );
}

/** One view of the inbox, newest first; more comes as its end comes into sight. */
export function ConversationList({ list, loading, onMore, selected, className, bulk, job, steps }: Props) {
  const { inbox, common, triage } = useMessages();
  const name = useViewName(list.view);
  const rows = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useSlidingRows(rows, list.rows.map((row) => row.id).join());

  const some = bulk.chosen.length > 0;
  const active = bulk.picking || some;
  const choosing = active ? { "data-choosing": "" } : {};
  const press = useLongPress((id) => {
    bulk.pick();
    if (!bulk.has(id)) bulk.toggle(id);
  });
  const steady = useSteadyPress();
  /** As many as go at once are selected, and there are more. */
  const isAll = some && bulk.chosen.length >= Math.min(list.rows.length, MOST_AT_ONCE);
  const isMore = list.next !== null || list.rows.length > MOST_AT_ONCE;
  const more = useEffectEvent(onMore);
  useEffect(() => {
    if (!end.current || loading !== "idle" || list.next === null) return;
    return watchSight(end.current, (seen) => seen && more(), 400);
  }, [loading, list.next]);

  return (
    <section aria-label={name} className={className}>
      {active ? <BulkBar bulk={bulk} whole={some && bulk.chosen.length === list.rows.length} /> : null}
      {bulk.everything || (isAll && isMore) ? <WholeView bulk={bulk} /> : null}
      <header
        className={classNames(
          "flex min-h-(--h-bar) shrink-0 items-center border-line border-b px-4 @max-[15rem]/app:px-3",
          some && "md:hidden",
          active && "max-md:hidden",
        )}
      >
        <h1 className="type-pane min-w-0 grow truncate max-md:sr-only">{name}</h1>
        <span className="flex min-w-0 grow md:hidden">
          <ViewChooser view={list.view} name={name} />
        </span>
        <ViewMenu view={list.view} />
        <OrderMenu list={list} selected={selected} />
        {list.rows.length > 0 ? (
          <IconButton
            label={triage.bulk.select}
            icon={<ListChecks aria-hidden="true" size={18} />}
            onClick={bulk.pick}
            className="md:hidden @max-[15rem]/app:hidden"
          />
        ) : null}
      </header>
      <JobCard job={job} />
      <div {...steady} className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
        {list.rows.length === 0 && list.next === null ? <Nothing list={list} steps={steps} /> : null}
        <ul ref={rows} {...press} className="max-md:select-none max-md:[-webkit-touch-callout:none]">
          {list.rows.map((row) => (
            <li
              key={row.id}
              data-row={row.id}
              {...choosing}
              className="group/row relative [contain-intrinsic-size:auto_86px] [content-visibility:auto]"
            >
              <ConversationRow row={row} selected={row.id === selected} />
              <RowChoice row={row} bulk={bulk} />
            </li>
          ))}
        </ul>
        {list.next === null ? null : (
          <div ref={end}>
            {loading === "failed" ? (
              <Banner
                tone="danger"
                role="alert"
                className="m-4"
                actions={
                  <Button size="sm" onClick={onMore}>
                    {common.tryAgain}
                  </Button>
                }
              >
                {inbox.listFailed}
              </Banner>
            ) : (
              <RowSkeletons rows={2} />
            )}
          </div>
        )}
      </div>
    </section>
  );
}
