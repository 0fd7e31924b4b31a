"use client";

import { CornerUpLeft } from "lucide-react";
import { beginningOf } from "#lib/conversations/beginning-of";
import type { MessageView } from "#lib/conversations/view-message";
import { useMessages } from "../../../../_i18n/language";
import { firstNameOf } from "../../use-name";

/** Whose message is answered and how it begins; undefined where only older pages hold it. */
export function useQuotedWords(of: MessageView | undefined, contactName: string | null) {
  const { inbox, inboxMessenger } = useMessages();
  const author = of?.author === "contact" ? (contactName ?? inbox.visitor) : (of?.authorName ?? inbox.automatic);
  if (!of) return { author, words: inboxMessenger.earlier };
  const [file] = of.attachments;
  const rest = file ? inboxMessenger.parts[file.kind] : inboxMessenger.card;
  return { author, words: of.unsent ? inboxMessenger.takenBack : beginningOf(of.body).trim() || rest };
}

type Of = { of: MessageView | undefined; contactName: string | null };

/** Whose message is answered, for whoever hears it, and how it begins. */
export function QuotedWords({ of, contactName }: Of) {
  const { inboxMessenger } = useMessages();
  const { author, words } = useQuotedWords(of, contactName);
  return (
    <span className="mb-0.5 flex max-w-full items-baseline gap-1.5 border-line-strong border-l-2 pl-2 text-caption text-ink-3">
      <CornerUpLeft aria-hidden="true" size={12} className="shrink-0 translate-y-0.5" />
      <span className="min-w-0 truncate">
        {of ? <span className="sr-only">{inboxMessenger.inAnswerTo(firstNameOf(author))}: </span> : null}
        <bdi>{words}</bdi>
      </span>
    </span>
  );
}

/** The message that a message answers; pressed, it comes into sight. */
export function Quoted({ onShow, ...of }: Of & { onShow: () => void }) {
  return (
    <button type="button" onClick={onShow} className="max-w-full rounded-xs text-left hover:underline max-md:min-h-11">
      <QuotedWords {...of} />
    </button>
  );
}
