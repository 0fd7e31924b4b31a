"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { whyNotEdited, whyNotTakenBack } from "#lib/conversations/own-message";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { MessageView } from "#lib/conversations/view-message";
import type { Outcome } from "#lib/http/outcome";
import { problemSentence } from "#lib/i18n/problem";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { serverNow } from "../../../_i18n/use-instant";
import { noAnswer } from "../../../_shared/no-answer";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";
import type { MessageCan, OwnChange } from "./_parts/message-actions";

type Asked = { what: OwnChange; message: MessageView };

function refusalOf({ what, message }: Asked, channel: ConversationRow["channel"], memberId: string) {
  const judged = { ...message, channel, createdAt: new Date(message.createdAt) };
  return what === "change" ? whyNotEdited(judged, memberId, new Date(serverNow())) : whyNotTakenBack(judged, memberId);
}

/** What a member does to single messages of a thread. */
export function useMessageActions(messenger: boolean) {
  const messages = useMessages();
  const { common } = messages;
  const format = useFormat();
  const { threads, drafts, memberId } = useShop();
  const { actions } = useInbox();

  const [wanted, setWanted] = useState<Asked | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const judge = useEffectEvent((wanted: Asked) => {
    const no = refusalOf(wanted, messenger ? "messenger" : "web_chat", memberId);
    if (no) notify(problemSentence(messages, format, no.key, no.params), { outcome: "failed" });
    else setAsked(wanted);
  });
  useEffect(() => {
    if (wanted) judge(wanted);
  }, [wanted]);

  const { can, show, retry } = useMemo(() => {
    const show = (message: MessageView) =>
      threads.change(message.conversationId, (held) => applyToTimeline(held, { type: "message.stored", message }));
    const settle = (outcome: Outcome<MessageView> | null) => {
      if (outcome?.ok) show(outcome.value);
      else notify(outcome?.problem.message || common.noConnection, { outcome: "failed" });
    };
    const run = (act: Promise<Outcome<MessageView>>) => act.catch(noAnswer).then(settle, reportError);
    const can: MessageCan = {
      answer({ id, conversationId }) {
        drafts.answer({ conversationId, kind: "reply" }, id);
        document.getElementById("compose-reply")?.click();
      },
      ask: (what, message) => setWanted({ what, message }),
      react: ({ id: messageId }, emoji) => run(actions.react({ messageId, emoji })),
    };
    return {
      can,
      show,
      /** Sends it once more, where it failed or nobody knows. */
      retry: ({ id: messageId }: MessageView) => run(actions.retry({ messageId })),
    };
  }, [actions, threads, drafts, common.noConnection]);

  return { can, show, retry, asked, stopAsking: () => setAsked(null) };
}
