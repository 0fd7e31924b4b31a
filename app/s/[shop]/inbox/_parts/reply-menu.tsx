"use client";

import { Paperclip, SquareSlash } from "lucide-react";
import { unfilledIn } from "#lib/conversations/fill-reply";
import { Kbd } from "#ui/kbd";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useActionParts } from "../use-action-parts";
import type { useReplyMenu } from "../use-reply-menu";
import { useInbox } from "./inbox-context";
import { Suggestions } from "./suggestions";

/** The saved replies that match, each as it would be put into this answer. */
export function ReplyMenu({ menu }: { menu: ReturnType<typeof useReplyMenu> }) {
  const { inbox } = useMessages();
  const format = useFormat();
  const { members } = useInbox();
  const partsOf = useActionParts(members);
  const { suggest, preview } = menu;
  const active = suggest.choices[suggest.active];
  return (
    <Suggestions
      suggest={suggest}
      label={inbox.savedReplies.title}
      keyOf={(reply) => reply.id}
      draw={(reply) => (
        <>
          <SquareSlash aria-hidden="true" size={16} className="shrink-0 text-ink-3" />
          <span className="grid min-w-0 grow py-1">
            <bdi className="truncate font-label">{reply.title}</bdi>
            <span className="truncate text-caption text-ink-3">{preview(reply)}</span>
            {reply.actions ? (
              <span className="truncate text-caption text-ink-2">
                {format.list(partsOf(reply.actions).map(({ label }) => label))}
              </span>
            ) : null}
          </span>
          {reply.files.length > 0 ? (
            <Paperclip aria-label={inbox.savedReplies.withFiles} size={14} className="shrink-0 text-ink-3" />
          ) : null}
          {reply === active ? <Kbd>↵</Kbd> : null}
        </>
      )}
    />
  );
}

/** Says which variables of a saved reply have nothing to say here and still stand in the text. */
export function Unfilled({ text }: { text: string }) {
  const { inbox } = useMessages();
  const format = useFormat();
  const left = unfilledIn(text);
  return (
    <p role="status" className={left.length > 0 ? "px-3.5 pt-1.5 text-caption text-warning-ink" : "sr-only"}>
      {left.length > 0 ? inbox.savedReplies.unfilled(format.list(left), left.length) : null}
    </p>
  );
}
