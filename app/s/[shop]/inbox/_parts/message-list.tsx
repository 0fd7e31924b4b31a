"use client";

import { ArrowDown } from "lucide-react";
import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import { threadItems } from "#lib/conversations/thread-items";
import { hasOlder, type Timeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import { Button } from "#ui/button";
import { TypingDots } from "#ui/typing-dots";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useUnsent } from "../../_parts/live-shop";
import { firstNameOf, useName } from "../../use-name";
import { useReadMark } from "../use-read-mark";
import { useShowMessage } from "../use-show-message";
import { useThreadScroll } from "../use-thread-scroll";
import { deliveryOf } from "./delivery";
import { DraftMessage } from "./draft-message";
import { EventLine } from "./event-line";
import { Message } from "./message";
import type { MessageCan } from "./message-actions";
import { Note } from "./note";
import { Older } from "./older";

/** A box that scrolls takes focus, so that the keys of the keyboard can scroll it. */
const SCROLLS_BY_KEYS = { tabIndex: 0 };

function Day({ at }: { at: string }) {
  const format = useFormat();
  return (
    <p className="my-2 flex items-center gap-3 font-medium text-caption text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <time dateTime={at}>{format.day(at)}</time>
    </p>
  );
}

function UnreadLine() {
  const { inbox } = useMessages();
  return (
    <p className="my-2 flex items-center gap-3 font-label text-brand-ink text-caption before:h-px before:flex-1 before:bg-brand-line after:h-px after:flex-1 after:bg-brand-line">
      {inbox.newMessages}
    </p>
  );
}

type Props = {
  timeline: Timeline;
  contactTypes: boolean;
  whole: boolean;
  can: MessageCan;
  onAgain: (message: MessageView) => void;
};

/** As many items as fill a tall screen: they are drawn first, so that the newest message shows at once. */
const SCREENFUL = 14;

/** How many of a thread's last items to draw: a screenful at first, then all. A thread that came with the page is drawn whole. */
function useDrawn(whole: boolean): number {
  const [drawn, setDrawn] = useState(whole ? Number.POSITIVE_INFINITY : SCREENFUL);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(Number.POSITIVE_INFINITY)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return drawn;
}

/** The messages of one conversation, newest at the end, with what is not stored yet after them. */
export function MessageList({ timeline, contactTypes, whole, can, onAgain }: Props) {
  const { inbox } = useMessages();
  const format = useFormat();
  const { outbox } = useUnsent();
  const { row, messages } = timeline;
  const name = useName()(row.contact);
  const box = useRef<HTMLDivElement>(null);
  const drafts = useMemo(() => outbox.filter((draft) => draft.conversationId === row.id), [outbox, row.id]);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const scroll = useThreadScroll(box, lastSeq, drafts.length);
  useReadMark(timeline, scroll.atLatest);

  const drawn = useDrawn(whole);
  const [shown, show] = useShowMessage(row.id, messages);
  const held = (id: string | null) => (id ? messages.find((one) => one.id === id) : undefined);
  const [readSeq] = useState(row.unread > 0 ? row.memberReadSeq : undefined);
  const items = threadItems(messages.slice(-drawn), drafts, format.weekday, readSeq);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-label={inbox.thread(name)}
        aria-live="polite"
        onScroll={scroll.onScroll}
        {...SCROLLS_BY_KEYS}
        className="-outline-offset-2! flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overflow-x-hidden px-5 pb-3 max-md:px-3"
      >
        <div className="flex flex-col">
          {hasOlder(timeline) && drawn > messages.length ? <Older id={row.id} /> : null}
          {items.length === 0 ? <p className="py-8 text-center text-ink-3 text-label">{inbox.emptyThread}</p> : null}
          {items.map((item) => {
            if (item.kind === "day") return <Day key={item.key} at={item.at} />;
            if (item.kind === "unread") return <UnreadLine key={item.key} />;
            if (item.kind === "event") return <EventLine key={item.key} message={item.message} contactName={name} />;
            if (item.kind === "note") return <Note key={item.key} message={item.message} />;
            if (item.kind === "draft") {
              const { draft } = item;
              return <DraftMessage key={item.key} draft={draft} quoted={held(draft.replyTo)} contactName={name} />;
            }
            const { message, first, last } = item;
            return (
              <Message
                key={item.key}
                message={message}
                quoted={held(message.replyTo)}
                can={can}
                onShow={show}
                shown={shown === message.id}
                first={first}
                last={last}
                delivery={deliveryOf(message, row)}
                contactName={row.contact.name.trim() || null}
                onAgain={onAgain}
              />
            );
          })}
          {contactTypes ? (
            <p className="mt-2 flex items-center gap-2 text-caption text-ink-3">
              <TypingDots />
              {inbox.typing(firstNameOf(name))}
            </p>
          ) : null}
        </div>
      </div>
      {scroll.atLatest ? null : (
        <Button
          size="sm"
          icon={<ArrowDown aria-hidden="true" size={14} />}
          className="absolute right-4 bottom-3 shadow-lg"
          onClick={scroll.toLatest}
        >
          {scroll.unseen > 0 ? inbox.newBelow(scroll.unseen) : inbox.toLatest}
        </Button>
      )}
    </div>
  );
}
