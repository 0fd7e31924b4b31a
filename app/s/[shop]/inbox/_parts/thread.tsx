"use client";

import { lazy, Suspense } from "react";
import type { ThreadView } from "#lib/conversations/load-thread";
import type { Problem } from "#lib/http/outcome";
import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { useAnswered } from "../use-answered";
import { useConversationActions } from "../use-conversation-actions";
import { useCopy } from "../use-copy";
import { useMessageActions } from "../use-message-actions";
import { useThread } from "../use-thread";
import { ChannelNotice } from "./channel-notice";
import { Colleagues } from "./colleagues";
import { Composer } from "./composer";
import { useInbox } from "./inbox-context";
import { MessageList } from "./message-list";
import { ThreadHeader } from "./thread-header";
import { ThreadSkeleton } from "./thread-skeleton";

const OwnMessageDialogs = lazy(() => import("./own-message-dialogs"));

/** What was being written in a conversation that is not there any more: nothing typed is lost with it. */
function KeptWords({ id }: { id: string }) {
  const { inbox, common } = useMessages();
  const { drafts } = useShop();
  const copy = useCopy();
  const kept = (["reply", "note"] as const).map((kind) => drafts.text({ conversationId: id, kind })).filter(Boolean);
  const words = kept.join("\n\n");
  if (words === "") return null;
  return (
    <div className="mx-auto grid max-w-130 justify-items-start gap-2 rounded-md bg-sunken px-4 py-3">
      <p className="text-caption text-ink-3">{inbox.draftKept}</p>
      <p dir="auto" className="max-h-60 overflow-y-auto whitespace-pre-wrap text-body [overflow-wrap:anywhere]">
        {words}
      </p>
      <Button size="sm" onClick={() => copy(words)}>
        {common.copy}
      </Button>
    </div>
  );
}

type NotLoadedProps = { id: string; problem: Problem; onAgain: () => Promise<void> };

function NotLoaded({ id, problem, onAgain }: NotLoadedProps) {
  const { inbox, common } = useMessages();
  const { leave } = useInbox();
  const gone = problem.code === "not_found";
  return (
    <div role="alert" className="grid flex-1 place-content-center">
      <EmptyState
        title={inbox.threadFailed}
        text={problem.message || common.noConnection}
        action={
          <>
            {gone ? null : <Button onClick={onAgain}>{common.tryAgain}</Button>}
            <Button onClick={leave}>{inbox.backToList}</Button>
          </>
        }
      />
      {gone ? <KeptWords id={id} /> : null}
    </div>
  );
}

type Props = { id: string; initial: ThreadView | null; onDetails: () => void };

/** One conversation: who it is with, what was said, and where to answer. */
export function Thread({ id, initial, onDetails }: Props) {
  const { common } = useMessages();
  const { timeline, excerpt, problem, load, typing, settled } = useThread(id, initial);
  const can = useConversationActions();
  const { can: canMessage, show, retry, asked, stopAsking } = useMessageActions(timeline?.row.channel === "messenger");
  const [answered, answer] = useAnswered(id);
  if (!timeline)
    return problem ? (
      <NotLoaded id={id} problem={problem} onAgain={load} />
    ) : (
      <ThreadSkeleton loading={common.loading} slow={common.stillLoading} />
    );
  const message = (excerpt.held ?? timeline).messages.find((one) => one.id === answered);
  return (
    <>
      <ThreadHeader row={timeline.row} can={can} onDetails={onDetails} />
      <MessageList
        timeline={timeline}
        excerpt={excerpt}
        contactTypes={typing.contactTypes}
        whole={initial !== null}
        can={canMessage}
        onAgain={retry}
      />
      <Colleagues conversationId={id} typing={typing.membersTyping} settled={settled} />
      <ChannelNotice row={timeline.row} />
      {asked ? (
        <Suspense>
          <OwnMessageDialogs {...asked} onStored={show} onClose={stopAsking} />
        </Suspense>
      ) : null}
      <Composer row={timeline.row} settled={settled} answered={{ id: answered, message, answer }} />
    </>
  );
}
