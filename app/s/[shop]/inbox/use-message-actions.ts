"use client";

import { useMemo, useState } from "react";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";
import type { MessageCan } from "./_parts/message-actions";

/** What a member does to single messages of a thread; `can` is null where the channel knows of nothing more. */
export function useMessageActions(messenger: boolean) {
  const { common } = useMessages();
  const { threads } = useShop();
  const { actions } = useInbox();
  const [answered, setAnswered] = useState<MessageView | null>(null);

  const { can, retry } = useMemo(() => {
    const show = (message: MessageView) =>
      threads.change(message.conversationId, (held) => applyToTimeline(held, { type: "message.stored", message }));
    const settle = (outcome: Outcome<MessageView> | null) => {
      if (outcome?.ok) show(outcome.value);
      else notify(outcome?.problem.message || common.noConnection, { outcome: "failed" });
    };
    const run = (act: Promise<Outcome<MessageView>>) => act.catch(() => null).then(settle, reportError);
    const ofMessenger: MessageCan = {
      answer(message) {
        setAnswered(message);
        document.getElementById("compose-reply")?.click();
      },
      react: ({ id: messageId }, emoji) => run(actions.react({ messageId, emoji })),
    };
    return {
      can: messenger ? ofMessenger : null,
      /** Sends it once more, where it failed or nobody knows. */
      retry: ({ id: messageId }: MessageView) => run(actions.retry({ messageId })),
    };
  }, [messenger, actions, threads, common.noConnection]);

  return { can, retry, answered, stopAnswering: () => setAnswered(null) };
}
