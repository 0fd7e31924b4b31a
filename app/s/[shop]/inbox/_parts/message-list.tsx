"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { Fragment, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { SCREENFUL } from "#lib/conversations/drawn";
import { MOST_DRAWN } from "#lib/conversations/excerpt";
import { threadItems } from "#lib/conversations/thread-items";
import { hasOlder, type Timeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import { Button } from "#ui/button";
import { TypingDots } from "#ui/typing-dots";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useUnsent } from "../../_parts/live-shop";
import { firstNameOf, useName } from "../../use-name";
import { useDrawn } from "../use-drawn";
import type { Excerpt } from "../use-excerpt";
import { useReadMark } from "../use-read-mark";
import { useShowMessage } from "../use-show-message";
import { useSteadyPlace } from "../use-steady-place";
import { useThreadScroll } from "../use-thread-scroll";
import { DateDialog } from "./date-dialog";
import { useInbox } from "./inbox-context";
import type { MessageCan } from "./message-actions";
import { OfflineLine } from "./offline-line";
import { PageEdge } from "./page-edge";
import { ThreadItem } from "./thread-item";

/** A box that scrolls takes focus, so that the keys of the keyboard can scroll it. */
const SCROLLS_BY_KEYS = { tabIndex: 0 };

type Props = {
  timeline: Timeline;
  excerpt: Excerpt;
  contactTypes: boolean;
  whole: boolean;
  can: MessageCan;
  onAgain: (message: MessageView) => void;
};

/** The messages of one conversation, newest at the end, with what is not stored yet after them; or an excerpt of older ones. */
export function MessageList({ timeline, excerpt, contactTypes, whole, can, onAgain }: Props) {
  const { inbox } = useMessages();
  const format = useFormat();
  const { outbox } = useUnsent();
  const { asked, ask } = useInbox();
  const { row } = timeline;
  const far = excerpt.held !== null;
  const { messages } = excerpt.held ?? timeline;
  const name = useName()(row.contact);
  const box = useRef<HTMLDivElement>(null);
  const drafts = useMemo(() => outbox.filter((draft) => draft.conversationId === row.id), [outbox, row.id]);

  const toLatest = useCallback(() => {
    flushSync(excerpt.leave);
    box.current?.scrollTo({ top: 0 });
  }, [excerpt.leave]);
  const scroll = useThreadScroll(box, { lastSeq: row.lastSeq, ownDrafts: drafts.length, toLatest });
  const atLatest = scroll.atLatest && !far;
  useReadMark(timeline, atLatest);
  useEffect(() => {
    if (atLatest && messages.length > MOST_DRAWN) excerpt.rest();
  }, [atLatest, messages.length, excerpt.rest]);

  const { drawn, all } = useDrawn(messages, whole);
  const [shown, show] = useShowMessage(excerpt.goTo, all ? messages : null);
  const showQuoted = useCallback((id: string) => show({ message: id }), [show]);
  const named = useSearchParams().get("message");
  const showNamed = useEffectEvent(() => (named ? show({ message: named }) : null));
  useEffect(() => void showNamed(), []);

  const held = (id: string | null) => (id ? messages.find((one) => one.id === id) : undefined);
  const [readSeq] = useState(row.unread > 0 ? row.memberReadSeq : undefined);
  const [unreadSeen, setUnreadSeen] = useState(false);
  const items = useMemo(
    () => threadItems(drawn, far ? [] : drafts, format.weekday, readSeq),
    [drawn, far, drafts, format.weekday, readSeq],
  );
  const firstWaiting = items.findIndex((item) => item.kind === "draft" && item.draft.state !== "unsent");
  const unreadAbove =
    readSeq !== undefined && !unreadSeen && !items.slice(-SCREENFUL).some(({ kind }) => kind === "unread");

  const look = useSteadyPlace(box, messages);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-label={inbox.thread(name)}
        aria-live={far ? "off" : "polite"}
        onScroll={scroll.onScroll}
        {...SCROLLS_BY_KEYS}
        className="-outline-offset-2! flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overflow-x-hidden px-5 pb-3 max-md:px-3"
      >
        <div className="flex flex-col">
          {hasOlder({ ...timeline, messages: drawn }) ? (
            <PageEdge
              key={all ? `from ${messages[0]?.seq}` : "drawing"}
              onLoad={all ? () => excerpt.older(look) : null}
              failure={inbox.olderFailed}
            />
          ) : null}
          {items.length === 0 ? <p className="py-8 text-center text-ink-3 text-label">{inbox.emptyThread}</p> : null}
          {items.map((item, place) => (
            <Fragment key={item.key}>
              {place === firstWaiting ? <OfflineLine /> : null}
              <ThreadItem
                {...{ item, row, name, held, can, shown, onAgain }}
                onShow={showQuoted}
                onUnreadSight={(seen) => seen && setUnreadSeen(true)}
              />
            </Fragment>
          ))}
          {far ? (
            <PageEdge
              key={`to ${messages.at(-1)?.seq}`}
              onLoad={() => excerpt.newer(look)}
              failure={inbox.newerFailed}
            />
          ) : null}
          {contactTypes && !far ? (
            <p className="mt-2 flex items-center gap-2 text-caption text-ink-3">
              <TypingDots />
              {inbox.typing(firstNameOf(name))}
            </p>
          ) : null}
        </div>
      </div>
      {unreadAbove && readSeq !== undefined ? (
        <Button
          id="first-unread"
          size="sm"
          icon={<ArrowUp aria-hidden="true" size={14} />}
          className="absolute top-3 right-4 shadow-lg"
          onClick={() => show({ around: readSeq + 1 })}
        >
          {inbox.toFirstNew}
        </Button>
      ) : null}
      {atLatest ? null : (
        <Button
          size="sm"
          icon={<ArrowDown aria-hidden="true" size={14} />}
          className="absolute right-4 bottom-3 shadow-lg"
          onClick={toLatest}
        >
          {scroll.unseen > 0 ? inbox.newBelow(scroll.unseen) : inbox.toLatest}
        </Button>
      )}
      {asked === "date" ? <DateDialog onChoose={show} onClose={() => ask(null)} /> : null}
    </div>
  );
}
