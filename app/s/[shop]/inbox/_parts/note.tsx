"use client";

import { Lock } from "lucide-react";
import { memo } from "react";
import type { MessageView } from "#lib/conversations/view-message";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { Attachments } from "../../../../_shared/attachments";
import { WrittenText } from "../../../../_shared/written-text";
import { firstNameOf } from "../../use-name";

export const NOTE =
  "mt-2 max-w-full rounded-lg border border-note-line border-dashed bg-note-soft px-3.5 py-2.5 forced-colors:border";

/** What a member wrote for the team. */
export const Note = memo(function Note({ message }: { message: MessageView }) {
  const { inbox } = useMessages();
  const format = useFormat();
  const { body, attachments, authorName, createdAt, payload } = message;
  return (
    <div className={NOTE}>
      <p className="flex items-center gap-2 font-label text-caption text-note-ink">
        <Lock aria-hidden="true" size={14} className="shrink-0" />
        <span className="min-w-0">
          <bdi>{firstNameOf(authorName ?? "") || inbox.automatic}</bdi> · {inbox.notes.internal} ·{" "}
          <time dateTime={createdAt}>{format.time(createdAt)}</time>
        </span>
      </p>
      {body ? (
        <p dir="auto" className="mt-1 whitespace-pre-wrap pl-5.5 text-body [overflow-wrap:anywhere]">
          <WrittenText text={body} names={payload?.mentions?.map(({ name }) => name)} />
        </p>
      ) : null}
      {attachments.length > 0 ? (
        <div className="mt-1 pl-5.5">
          <Attachments files={attachments} out={false} />
        </div>
      ) : null}
    </div>
  );
});
