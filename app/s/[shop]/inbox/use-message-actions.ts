"use client";

import { useMemo } from "react";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";
import type { MessageCan } from "./_parts/message-actions";

/** What a member does to single messages of a thread. Only Messenger takes reactions. */
export function useMessageActions(messenger: boolean) {
  const { common } = useMessages();
  const { threads, drafts } = useShop();
  const { actions } = useInbox();

  return useMemo(() => {
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
      react: messenger ? ({ id: messageId }, emoji) => run(actions.react({ messageId, emoji })) : null,
    };
    return {
      can,
      /** Sends it once more, where it failed or nobody knows. */
      retry: ({ id: messageId }: MessageView) => run(actions.retry({ messageId })),
    };
  }, [messenger, actions, threads, drafts, common.noConnection]);
}
