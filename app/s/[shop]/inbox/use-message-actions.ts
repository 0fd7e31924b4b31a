"use client";

import { useMemo, useState } from "react";
import { whyNotEdited, whyNotTakenBack } from "#lib/conversations/own-message";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import type { Outcome } from "#lib/http/outcome";
import { problemSentence } from "#lib/i18n/problem";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";
import type { MessageCan, OwnChange } from "./_parts/message-actions";

/** What a member does to single messages of a thread. */
export function useMessageActions(messenger: boolean) {
  const messages = useMessages();
  const { common } = messages;
  const format = useFormat();
  const { threads, drafts, memberId } = useShop();
  const { actions } = useInbox();

  const [asked, setAsked] = useState<{ what: OwnChange; message: MessageView } | null>(null);
  const { can, show, retry } = useMemo(() => {
    const show = (message: MessageView) =>
      threads.change(message.conversationId, (held) => applyToTimeline(held, { type: "message.stored", message }));
    const settle = (outcome: Outcome<MessageView> | null) => {
      if (outcome?.ok) show(outcome.value);
      else notify(outcome?.problem.message || common.noConnection, { outcome: "failed" });
    };
    const run = (act: Promise<Outcome<MessageView>>) => act.catch(() => null).then(settle, reportError);
    const can: MessageCan = {
      answer({ id, conversationId }) {
        drafts.answer({ conversationId, kind: "reply" }, id);
        document.getElementById("compose-reply")?.click();
      },
      ask(what, message) {
        const channel = messenger ? ("messenger" as const) : ("web_chat" as const);
        const judged = { ...message, channel, createdAt: new Date(message.createdAt) };
        const no = what === "change" ? whyNotEdited(judged, memberId, new Date()) : whyNotTakenBack(judged, memberId);
        if (no) notify(problemSentence(messages, format, no.key, no.params), { outcome: "failed" });
        else setAsked({ what, message });
      },
      react: ({ id: messageId }, emoji) => run(actions.react({ messageId, emoji })),
    };
    return {
      can,
      show,
      /** Sends it once more, where it failed or nobody knows. */
      retry: ({ id: messageId }: MessageView) => run(actions.retry({ messageId })),
    };
  }, [messenger, actions, threads, drafts, memberId, messages, format, common.noConnection]);

  return { can, show, retry, asked, stopAsking: () => setAsked(null) };
}
