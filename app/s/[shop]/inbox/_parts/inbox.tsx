"use client";

import { MessagesSquare } from "lucide-react";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { ThreadView } from "#lib/conversations/load-thread";
import { KeyedStore } from "#lib/core/keyed-store";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { useShop } from "../../_parts/live-shop";
import { useName } from "../../use-name";
import { useViewName } from "../../use-view-name";
import { useBulkJob } from "../bulk/use-bulk-job";
import { type ContactDetails, InboxLoader } from "../inbox-loader";
import type { LoadedInbox } from "../load-inbox";
import { TriageDialogs } from "../triage/triage-dialogs";
import { useBulk } from "../triage/use-bulk";
import { useAfterLeaving } from "../use-after-leaving";
import { useConversationList } from "../use-conversation-list";
import { hasRoom, useDocked } from "../use-docked";
import { useHeldThread } from "../use-held-thread";
import { usePaneFocus } from "../use-pane-focus";
import { usePrefetch } from "../use-prefetch";
import { useSelection } from "../use-selection";
import { useTitle } from "../use-title";
import { ConversationList } from "./conversation-list";
import { Details } from "./details";
import { Drawer } from "./drawer";
import { type Asked, InboxProvider, type InboxValue } from "./inbox-context";
import { InboxKeys } from "./inbox-keys";
import { Thread } from "./thread";

type Props = LoadedInbox & {
  /** The conversation that the address named when the page was drawn. */
  first: { thread: ThreadView; details: ContactDetails } | null;
  /** What a new shop does first, where there is something left of it. */
  steps: ReactNode;
};

const PANE = "flex min-h-0 min-w-0 flex-col bg-surface";

/** The list, the conversation, and who it is with: side by side where there is room, one at a time where not. */
export function Inbox({ view, order, filter, page, since, members, actions, triage, bulkView, first, steps }: Props) {
  const { inbox } = useMessages();
  const { slug, threads, refresh } = useShop();
  const [details] = useState(() => new KeyedStore<ContactDetails>());
  const [loader] = useState(() => new InboxLoader(slug, threads, details));
  const [drawer, setDrawer] = useState(false);
  const { docked, toggle: toggleDocked, dock } = useDocked();
  const [asked, ask] = useState<Asked | null>(null);
  const { selected, open, leave } = useSelection(view, order);
  const { list, loading, loadMore } = useConversationList({ view, order, filter, page, since });
  const job = useBulkJob(view, bulkView);
  const bulk = useBulk(list.rows, triage, job);
  const nameOf = useName();
  const viewName = useViewName(view);

  useEffect(() => {
    if (!first) return;
    loader.take(first.thread);
    details.set(first.details.contact.id, first.details);
  }, [first, loader, details]);
  usePrefetch(loader, list.rows, selected);

  const onDetails = () => (hasRoom() ? toggleDocked() : setDrawer(true));
  const showDetails = () => (hasRoom() ? dock() : setDrawer(true));
  const value = useMemo<InboxValue>(
    () => ({ view, order, members, actions, triage, asked, ask, loader, details, open, leave }),
    [view, order, members, actions, triage, asked, loader, details, open, leave],
  );
  const initial = first?.thread.row.id === selected ? first : null;
  const held = useHeldThread(selected, initial?.thread ?? null);
  const row = held?.row ?? list.rows.find((one) => one.id === selected) ?? null;
  usePaneFocus(selected);
  useAfterLeaving(() => steps && refresh());
  useTitle(selected && row ? nameOf(row.contact) : viewName);
  const about = row ? inbox.about(nameOf(row.contact)) : inbox.details;
  const shown = useDeferredValue(row);
  const panel =
    selected && shown ? (
      <Details key={shown.contact.id} row={shown} initial={first?.thread.row.id === shown.id ? first.details : null} />
    ) : null;

  return (
    <InboxProvider value={value}>
      <main
        id="content"
        className={classNames(
          "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] md:grid-cols-[var(--w-list)_minmax(0,1fr)]",
          selected && docked && "lg:grid-cols-[var(--w-list)_minmax(0,1fr)_var(--w-context)]",
        )}
      >
        <ConversationList
          list={list}
          loading={loading}
          onMore={loadMore}
          selected={selected}
          bulk={bulk}
          job={job}
          steps={steps}
          className={classNames(PANE, selected && "max-md:hidden")}
        />
        <div data-drop-pane className={classNames(PANE, "border-line md:border-l", selected ? "" : "max-md:hidden")}>
          {selected ? (
            <Thread
              key={selected}
              id={selected}
              initial={initial?.thread ?? null}
              onDetails={onDetails}
              docked={docked}
            />
          ) : (
            <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] [align-content:safe_center] overflow-y-auto">
              {steps ?? (
                <EmptyState
                  icon={<MessagesSquare aria-hidden="true" size={22} />}
                  title={inbox.chooseTitle}
                  text={inbox.chooseText}
                />
              )}
            </div>
          )}
        </div>
        {selected && docked ? (
          <aside
            aria-label={about}
            className={classNames(PANE, "overflow-y-auto overflow-x-hidden border-line border-l max-lg:hidden")}
          >
            {panel}
          </aside>
        ) : null}
        {drawer && panel ? (
          <Drawer label={about} onClose={() => setDrawer(false)}>
            {panel}
          </Drawer>
        ) : null}
      </main>
      <TriageDialogs row={row} />
      <InboxKeys
        rows={list.rows}
        selected={selected}
        bulk={bulk}
        onDetails={onDetails}
        showDetails={showDetails}
        onMore={loadMore}
      />
    </InboxProvider>
  );
}
