"use client";

import { lazy, Suspense } from "react";
import type { ThreadView } from "#lib/conversations/load-thread";
import type { Problem } from "#lib/http/outcome";
import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../../../_i18n/language";
import { useAnswered } from "../use-answered";
import { useConversationActions } from "../use-conversation-actions";
import { useMessageActions } from "../use-message-actions";
import { useThread } from "../use-thread";
import { ChannelNotice } from "./channel-notice";
import { Colleagues } from "./colleagues";
import { Composer } from "./composer";
import { useInbox } from "./inbox-context";
import { KeptWords } from "./kept-words";
import { MessageList } from "./message-list";
import { ThreadHeader } from "./thread-header";
import { ThreadSkeleton } from "./thread-skeleton";

const OwnMessageDialogs = lazy(() => import("./own-message-dialogs"));

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

type Props = {
  id: string;
  initial: ThreadView | null;
  onDetails: () => void;
  /** Whether the details stand beside it, where there is room for them. */
  docked: boolean;
};

/** One conversation: who it is with, what was said, and where to answer. */
export function Thread({ id, initial, onDetails, docked }: Props) {
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
      <ThreadHeader row={timeline.row} can={can} onDetails={onDetails} docked={docked} />
      <MessageList
        timeline={timeline}
        excerpt={excerpt}
        contactTypes={typing.contactTypes}
        whole={initial !== null}
        can={canMessage}
        onAgain={retry}
      />
      <Colleagues
        row={timeline.row}
        onAssign={(to) => can.assign(timeline.row, to)}
        typing={typing.membersTyping}
        settled={settled}
      />
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
