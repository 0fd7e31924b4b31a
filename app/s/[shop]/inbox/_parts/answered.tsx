"use client";

import { CornerUpLeft, X } from "lucide-react";
import type { MessageView } from "#lib/conversations/view-message";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";
import { firstNameOf } from "../../use-name";
import { useQuotedWords } from "./quoted";

/** Which message the next one answers: `message` is undefined where only older pages hold it, or none is answered. */
export type Answering = {
  id: string | null;
  message: MessageView | undefined;
  answer: (messageId: string | null) => void;
};

type Props = { answering: Answering; contactName: string | null };

/** Which message the next one answers, and the way to answer none. */
export function Answered({ answering: { id, message, answer }, contactName }: Props) {
  const { inboxMessenger } = useMessages();
  const { author, words } = useQuotedWords(message, contactName);
  if (!id) return null;
  return (
    <div className="flex min-w-0 items-center gap-2 border-line border-b py-1 pr-1 pl-3 text-caption text-ink-2">
      <CornerUpLeft aria-hidden="true" size={14} className="shrink-0 text-ink-3" />
      <span className="min-w-0 grow truncate">
        {message ? <b className="font-semibold">{inboxMessenger.answering(firstNameOf(author))}</b> : null}{" "}
        <bdi>{words}</bdi>
      </span>
      <IconButton
        label={inboxMessenger.stopAnswering}
        size="sm"
        icon={<X aria-hidden="true" size={14} />}
        onClick={() => answer(null)}
      />
    </div>
  );
}
