"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Banner } from "#ui/banner";
import { useFollow } from "../use-follow";
import type { SaidView, ThreadView } from "../view";
import { useThePhone } from "./messenger-context";
import { OfflineNotice } from "./offline-notice";
import { QuickReplies } from "./quick-replies";
import { Said } from "./said";
import { ThreadHead } from "./thread-head";
import { Typing } from "./typing";
import { useSandboxClock } from "./use-sandbox-clock";
import { Welcome } from "./welcome";
import { Writer, type Writing } from "./writer";

const PAUSE_MS = 10 * 60_000;

/** Whether a time stands above this message: it is the first, or the first after a pause. */
function startsAnew(said: SaidView, before: SaidView | undefined): boolean {
  return !before || Date.parse(said.at) - Date.parse(before.at) > PAUSE_MS;
}

/** A chat with a Page. Opening it reads it. */
export function Thread({ thread }: { thread: ThreadView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, act } = useThePhone();
  const { format } = useSandboxClock();
  const [writing, setWriting] = useState<Writing>({ kind: "new" });
  const { page, messages } = thread;
  const last = messages.at(-1);
  const lastMine = messages.findLast(({ mine, unsent }) => mine && !unsent);
  const newestOfPage = messages.findLast(({ mine }) => !mine)?.mid;
  const { scroller, content, onScroll } = useFollow<HTMLDivElement, HTMLDivElement>();

  const read = useEffectEvent(() => void act({ act: "read", pageId: page.id }));
  useEffect(() => {
    if (newestOfPage && !state.offline) read();
  }, [newestOfPage, state.offline]);

  return (
    <>
      <ThreadHead thread={thread} />
      <OfflineNotice />
      <div ref={scroller} onScroll={onScroll} className="min-h-0 grow overflow-y-auto overscroll-contain">
        <div
          ref={content}
          role="log"
          aria-label={texts.threadWith(page.name)}
          className="flex min-h-full flex-col justify-end gap-1.5 px-3 py-2.5 text-[0.9375rem] leading-5"
        >
          {thread.welcome ? <Welcome page={page} welcome={thread.welcome} /> : null}
          {messages.map((said, place) => (
            <div key={said.mid} className="contents">
              {startsAnew(said, messages[place - 1]) ? (
                <time dateTime={said.at} className="py-1 text-center text-(--mm-quiet) text-micro">
                  {format.dayAndTime(said.at)}
                </time>
              ) : null}
              <Said
                said={said}
                page={page}
                faceless={messages[place + 1]?.mine === false && !startsAnew(messages[place + 1] ?? said, said)}
                told={said.mid === lastMine?.mid}
                onWrite={setWriting}
              />
            </div>
          ))}
          {thread.typing ? <Typing page={page} /> : null}
        </div>
      </div>
      {last && !last.mine && last.quickReplies.length > 0 ? (
        <QuickReplies page={page} replies={last.quickReplies} />
      ) : null}
      {thread.blocked ? (
        <Banner className="mx-3 mb-2">{texts.blockedNote(page.name)}</Banner>
      ) : (
        <Writer thread={thread} writing={writing} onWrite={setWriting} />
      )}
      <p className="shrink-0 pt-0.5 pb-3 text-center text-(--mm-quiet) text-micro">{texts.lookAlike}</p>
    </>
  );
}
