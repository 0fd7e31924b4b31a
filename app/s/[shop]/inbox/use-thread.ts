"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ThreadView } from "#lib/conversations/load-thread";
import { applyToTimeline, missingAfter } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import type { Problem } from "#lib/http/outcome";
import { conversationChannel } from "#lib/realtime/channels";
import { useChannel } from "../../../_realtime/use-channel";
import { useShop } from "../_parts/live-shop";
import { useEveryMinute } from "../use-every-minute";
import { useInbox } from "./_parts/inbox-context";
import { useExcerpt } from "./use-excerpt";
import { useHeldThread } from "./use-held-thread";
import { useSettled } from "./use-settled";
import { type TypingSign, useTyping } from "./use-typing";

/** A thread is listened to once it stands still; before, its list row keeps it right. */
const SETTLED_MS = 250;

type Heard = { message?: MessageView; seq: number; version: number } & TypingSign;

/** One conversation, kept equal to what the server holds: live changes, gaps mended, everything again after a silence. */
export function useThread(id: string, initial: ThreadView | null) {
  const { threads, memberId } = useShop();
  const { loader } = useInbox();
  const timeline = useHeldThread(id, initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const typing = useTyping(memberId);
  const settled = useSettled(SETTLED_MS);
  const excerpt = useExcerpt(id);

  const load = async () => setProblem(await loader.thread(id));
  const loadWhenDue = useEffectEvent((due: boolean) => {
    if (due) load().catch(reportError);
  });
  const absent = timeline === undefined;
  useEffect(() => loadWhenDue(absent), [absent]);

  const missing = timeline ? missingAfter(timeline) : null;
  useEffect(() => {
    if (missing !== null) loader.mend(id).catch(reportError);
  }, [missing, loader, id]);

  const resync = () => {
    if (timeline) loader.resync(id).catch(reportError);
    excerpt.resync().catch(reportError);
  };
  useChannel<Heard>(
    settled ? conversationChannel(id) : null,
    {
      "message.stored": ({ message, seq, version }) => {
        if (message) {
          typing.wrote(message.author, message.memberId);
          excerpt.hear(message);
        } else excerpt.hint(seq, version).catch(reportError);
        threads.change(id, (held) =>
          applyToTimeline(
            held,
            message ? { type: "message.stored", message } : { type: "message.hinted", seq, version },
          ),
        );
      },
      typing: typing.hear,
    },
    resync,
  );
  useEveryMinute(resync);

  return { timeline, excerpt, problem, load, typing, settled };
}
