"use client";

import { useEffect, useState } from "react";
import { isHold } from "#lib/conversations/hold";
import { boxOf } from "#lib/conversations/outbox";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { useRun } from "../../use-run";
import { useInbox } from "./inbox-context";
import { MetaButton } from "./meta-button";

/** The seconds left of a span that begins when this is first drawn: no clock needs to be right for it. */
function useSecondsLeft(ms: number): number {
  const [left, setLeft] = useState(Math.ceil(ms / 1000));
  useEffect(() => {
    const end = performance.now() + ms;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [ms]);
  return left;
}

function GoesIn({ ms }: { ms: number }) {
  const { undoSend } = useMessages().inbox;
  const left = useSecondsLeft(ms);
  return (
    <>
      <span aria-hidden="true" className="tabular-nums">
        {undoSend.goesIn(left)}
      </span>
      <span className="sr-only">{undoSend.held}</span>
    </>
  );
}

/** When a message that waits goes, and the way to take it back: its words and files stand in the box again then. */
export function Scheduled({ message, sendAt }: { message: MessageView; sendAt: string }) {
  const { inbox, common } = useMessages();
  const format = useFormat();
  const { threads, drafts, uploads, memberId } = useShop();
  const { actions } = useInbox();
  const { busy, run } = useRun();
  const { id: messageId, conversationId, createdAt, body, attachments } = message;
  const held = isHold({ createdAt, sendAt });
  const cancel = () =>
    run(
      () => actions.cancelScheduled({ messageId }),
      (place) => {
        threads.change(conversationId, (known) => applyToTimeline(known, { type: "message.stored", message: place }));
        drafts.add({ conversationId, kind: "reply" }, body);
        if (message.memberId === memberId) uploads.giveBack(boxOf({ conversationId, note: false }), attachments);
        notify(inbox.scheduleCancelled);
      },
    );
  return (
    <>
      {held ? (
        <GoesIn ms={Date.parse(sendAt) - Date.parse(createdAt)} />
      ) : (
        <time dateTime={sendAt}>{inbox.scheduledFor(`${format.weekday(sendAt)}, ${format.time(sendAt)}`)}</time>
      )}{" "}
      ·{" "}
      <MetaButton disabled={busy} onClick={cancel}>
        {held ? common.undo : common.cancel}
      </MetaButton>
    </>
  );
}
