"use client";

import { applyToTimeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop, useUnsent } from "../../_parts/live-shop";
import { useRun } from "../../use-run";
import { useInbox } from "./inbox-context";
import { MetaButton } from "./meta-button";

/** When a scheduled message goes, and the way to stop it; what was taken back can be put there again. */
export function Scheduled({ message, sendAt }: { message: MessageView; sendAt: string }) {
  const { inbox, common } = useMessages();
  const format = useFormat();
  const { threads } = useShop();
  const { write } = useUnsent();
  const { actions } = useInbox();
  const { busy, run } = useRun();
  const { id: messageId, conversationId, body, attachments, replyTo, purpose } = message;
  const again = () => {
    const offer = purpose === "offers" ? { purpose } : {};
    write(conversationId, [{ body, files: attachments, replyTo, sendAt, ...offer }]);
  };
  const cancel = () =>
    run(
      () => actions.cancelScheduled({ messageId }),
      (place) => {
        threads.change(conversationId, (held) => applyToTimeline(held, { type: "message.stored", message: place }));
        notify(inbox.scheduleCancelled, { undo: { label: common.undo, run: again } });
      },
    );
  return (
    <>
      <time dateTime={sendAt}>{inbox.scheduledFor(`${format.weekday(sendAt)}, ${format.time(sendAt)}`)}</time>·{" "}
      <MetaButton disabled={busy} onClick={cancel}>
        {common.cancel}
      </MetaButton>
    </>
  );
}
