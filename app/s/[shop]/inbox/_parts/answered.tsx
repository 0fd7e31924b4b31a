"use client";

import { CornerUpLeft, X } from "lucide-react";
import type { MessageView } from "#lib/conversations/view-message";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";
import { firstNameOf } from "../../use-name";

type Props = { message: MessageView; contactName: string | null; onStop: () => void };

/** Which message the next one answers. */
export function Answered({ message, contactName, onStop }: Props) {
  const { inbox, inboxMessenger } = useMessages();
  const [file] = message.attachments;
  const author =
    message.author === "contact" ? (contactName ?? inbox.visitor) : (message.authorName ?? inbox.automatic);
  return (
    <div className="flex min-w-0 items-center gap-2 border-line border-b py-1 pr-1 pl-3 text-caption text-ink-2">
      <CornerUpLeft aria-hidden="true" size={14} className="shrink-0 text-ink-3" />
      <span className="min-w-0 grow truncate">
        <b className="font-semibold">{inboxMessenger.answering(firstNameOf(author))}</b>{" "}
        <bdi>{message.body || (file ? inboxMessenger.parts[file.kind] : inboxMessenger.card)}</bdi>
      </span>
      <IconButton
        label={inboxMessenger.stopAnswering}
        size="sm"
        icon={<X aria-hidden="true" size={14} />}
        onClick={onStop}
      />
    </div>
  );
}
