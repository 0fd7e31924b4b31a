"use client";

import { CircleAlert, Clock } from "lucide-react";
import { type Draft, filesOf } from "#lib/conversations/outbox";
import { repliesToSend } from "#lib/conversations/quick-replies";
import type { MessageView } from "#lib/conversations/view-message";
import { useMessages } from "../../../../_i18n/language";
import { useConnectionState } from "../../../../_realtime/use-channel";
import { Attachments } from "../../../../_shared/attachments";
import { WrittenText } from "../../../../_shared/written-text";
import { classNames } from "../../../../_ui/class-names";
import { useShop, useUnsent } from "../../_parts/live-shop";
import { useKeyed } from "../../use-keyed";
import { useBackInBox } from "../use-back-in-box";
import { BUBBLE } from "./message-content";
import { QuickReplies } from "./message-extras";
import { META } from "./message-meta";
import { MetaButton } from "./meta-button";
import { QuotedWords } from "./quoted";
import { UploadTray } from "./upload-tray";

type Props = {
  draft: Draft;
  /** The message it answers, where it is held. */
  quoted: MessageView | undefined;
  contactName: string;
};

/** A message of ours that is not stored yet: on its way, waiting for its files or the connection, or refused. */
export function DraftMessage({ draft, quoted, contactName }: Props) {
  const { inbox, inboxMessenger, common } = useMessages();
  const { retry, discard, withdraw } = useUnsent();
  const { uploads: all } = useShop();
  const backInBox = useBackInBox();
  const uploads = useKeyed(all.store, filesOf(draft)) ?? [];
  const online = useConnectionState() === "connected";
  const { state, tries, problem, clientKey } = draft;
  const unsent = state === "unsent";
  const filling = state === "waiting" && draft.outstanding !== null;
  const delayed = state === "waiting" && (filling || !online || tries > 0);
  const word = unsent ? inbox.delivery.failed : delayed ? waitingWord() : inbox.delivery.sending;

  function waitingWord() {
    if (filling) return inboxMessenger.filesFirst;
    return tries > 1 ? inbox.triedTimes(tries) : inbox.delivery.queued;
  }

  function undo() {
    withdraw(clientKey);
    backInBox({ ...draft, from: filesOf(draft) });
  }

  return (
    <div className="mt-2 flex flex-row-reverse gap-2">
      <div className="flex min-w-0 max-w-[86%] flex-col items-end max-md:max-w-[92%]">
        {quoted ? <QuotedWords of={quoted} contactName={contactName} /> : null}
        {draft.files.length > 0 ? <Attachments files={draft.files} out /> : null}
        {uploads.length > 0 ? (
          <div className="mb-1 w-100 max-w-full rounded-bubble border border-line bg-surface pb-2">
            <UploadTray uploads={uploads} all={all} />
          </div>
        ) : null}
        <p
          dir="auto"
          hidden={draft.body === ""}
          className={classNames(
            BUBBLE,
            "rounded-br-xs",
            unsent && "bg-danger-soft text-danger-ink",
            draft.note && !unsent && "border border-note-line border-dashed bg-note-soft",
            !draft.note && delayed && "border border-brand-line bg-surface",
            !draft.note && !unsent && !delayed && "animate-rise bg-bubble-out",
          )}
        >
          <WrittenText text={draft.body} />
        </p>
        {draft.quickReplies.length > 0 ? <QuickReplies replies={repliesToSend(draft.quickReplies)} /> : null}
        <span className={classNames(META, "justify-end", unsent && "text-danger-ink")}>
          {draft.note ? <span>{inbox.notes.internal} ·</span> : null}
          {unsent ? <CircleAlert aria-hidden="true" size={13} /> : <Clock aria-hidden="true" size={13} />}
          <span>{problem ? inbox.notSent(problem) : word}</span>
          {filling ? (
            <>
              · <MetaButton onClick={undo}>{common.undo}</MetaButton>
            </>
          ) : null}
          {unsent || tries > 1 ? (
            <>
              · <MetaButton onClick={() => retry(clientKey)}>{common.tryAgain}</MetaButton> ·{" "}
              <MetaButton onClick={() => discard(clientKey)}>{inbox.discard}</MetaButton>
            </>
          ) : null}
        </span>
      </div>
    </div>
  );
}
