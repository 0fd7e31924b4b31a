"use client";

import { useEffect, useState } from "react";
import { isHold } from "#lib/conversations/hold";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { serverNow } from "../../../../_i18n/use-instant";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { useBackInBox } from "../use-back-in-box";
import { useInbox } from "./inbox-context";
import { MetaButton } from "./meta-button";

/** When a held message goes, and how long it was held in all, in milliseconds. */
type Hold = { at: number; span: number };

/** The seconds until it goes: never more than it was held in all, however wrong the clock of this browser is. */
const secondsLeft = ({ at, span }: Hold, now: number) => Math.ceil(Math.min(span, Math.max(0, at - now)) / 1000);

function GoesIn({ at, span }: Hold) {
  const { undoSend } = useMessages().inbox;
  const format = useFormat();
  const [left, setLeft] = useState(() => secondsLeft({ at, span }, format.now().getTime()));
  useEffect(() => {
    const count = () => setLeft(secondsLeft({ at, span }, serverNow()));
    count();
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [at, span]);
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
  const { threads, memberId } = useShop();
  const backInBox = useBackInBox();
  const { actions } = useInbox();
  const { busy, run } = useRun();
  const { id: messageId, conversationId, createdAt, body, replyTo, attachments } = message;
  const held = isHold({ createdAt, sendAt });
  const cancel = () =>
    run(
      () => actions.cancelScheduled({ messageId }),
      (place) => {
        threads.change(conversationId, (known) => applyToTimeline(known, { type: "message.stored", message: place }));
        backInBox({
          ...{ conversationId, note: false, body, replyTo, offer: message.purpose === "offers" },
          quickReplies: (message.payload?.quickReplies ?? []).map(({ title }) => title),
          actions: message.payload?.actions ?? null,
          files: message.memberId === memberId ? attachments : [],
        });
        notify(inbox.scheduleCancelled);
      },
    );
  return (
    <>
      {held ? (
        <GoesIn at={Date.parse(sendAt)} span={Date.parse(sendAt) - Date.parse(createdAt)} />
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
