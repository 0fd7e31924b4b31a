"use client";

import { ArrowDown } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { threadItems } from "#lib/conversations/thread-items";
import { hasOlder, type Timeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import { Button } from "#ui/button";
import { Spinner } from "#ui/spinner";
import { TypingDots } from "#ui/typing-dots";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useUnsent } from "../../_parts/live-shop";
import { firstNameOf, useName } from "../../use-name";
import { useReadMark } from "../use-read-mark";
import { useThreadScroll } from "../use-thread-scroll";
import { deliveryOf } from "./delivery";
import { DraftMessage } from "./draft-message";
import { EventLine } from "./event-line";
import { useInbox } from "./inbox-context";
import { Message } from "./message";

/** A box that scrolls takes focus, so that the keys of the keyboard can scroll it. */
const SCROLLS_BY_KEYS = { tabIndex: 0 };

/** Loads the page before, whenever the top of what is held comes into sight. */
function Older({ id }: { id: string }) {
  const { inbox, common } = useMessages();
  const { loader } = useInbox();
  const [failed, setFailed] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const load = async () => setFailed((await loader.older(id)) !== null);
  const loadSeen = useEffectEvent(() => load().catch(reportError));
  useEffect(() => {
    if (!top.current || failed) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadSeen(), { rootMargin: "300px" });
    seen.observe(top.current);
    return () => seen.disconnect();
  }, [failed]);
  return (
    <div ref={top} className="grid min-h-11 place-items-center text-caption text-ink-3">
      {failed ? (
        <span role="alert" className="flex items-center gap-2 py-2">
          {inbox.olderFailed}{" "}
          <Button size="sm" onClick={load}>
            {common.tryAgain}
          </Button>
        </span>
      ) : (
        <Spinner />
      )}
    </div>
  );
}

function Day({ at }: { at: string }) {
  const format = useFormat();
  return (
    <p className="my-2 flex items-center gap-3 font-medium text-caption text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <time dateTime={at}>{format.day(at)}</time>
    </p>
  );
}

/** The messages of one conversation, newest at the end, with what is not stored yet after them. */
export function MessageList({ timeline, contactTypes }: { timeline: Timeline; contactTypes: boolean }) {
  const { inbox } = useMessages();
  const format = useFormat();
  const { outbox, write } = useUnsent();
  const { row, messages } = timeline;
  const name = useName()(row.contact);
  const box = useRef<HTMLDivElement>(null);
  const drafts = useMemo(() => outbox.filter((draft) => draft.conversationId === row.id), [outbox, row.id]);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const scroll = useThreadScroll(box, lastSeq, drafts.length);
  useReadMark(timeline, scroll.atLatest);

  const items = threadItems(messages, drafts, format.weekday);
  const keys = new Set([...messages.map((message) => message.clientKey), ...drafts.map((draft) => draft.clientKey)]);
  const again = ({ id, body }: MessageView) => write(row.id, body, id);

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
          {hasOlder(timeline) ? <Older id={row.id} /> : null}
          {items.length === 0 ? <p className="py-8 text-center text-ink-3 text-label">{inbox.emptyThread}</p> : null}
          {items.map((item) => {
            if (item.kind === "day") return <Day key={item.key} at={item.at} />;
            if (item.kind === "event") return <EventLine key={item.key} message={item.message} contactName={name} />;
            if (item.kind === "draft") return <DraftMessage key={item.key} draft={item.draft} />;
            const { message, first, last } = item;
            return (
              <Message
                key={item.key}
                message={message}
                first={first}
                last={last}
                delivery={deliveryOf(message, row)}
                contactName={row.contact.name.trim() || null}
                onAgain={
                  message.delivery === "failed" && message.kind === "text" && !keys.has(message.id) ? again : null
                }
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
