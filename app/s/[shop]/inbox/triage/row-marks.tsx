"use client";

import { AlarmClock, ChevronsUp, ChevronUp } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Badge } from "#ui/badge";
import { TagDot } from "#ui/tag-dot";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useTagsOf } from "../../_parts/live-shop";
import { wakeWords } from "../until-words";

/** More would push what says how long somebody waits out of the row. */
const MOST_SHOWN = 2;

/** How a conversation was sorted: how much it matters, until when it is put away, its tags. */
export function RowMarks({ row }: { row: ConversationRow }) {
  const { triage } = useMessages();
  const format = useFormat();
  const tags = useTagsOf(row);
  const { priority } = row;
  const Arrow = priority === "urgent" ? ChevronsUp : ChevronUp;
  return (
    <>
      {priority === "urgent" || priority === "high" ? (
        <Badge tone={priority === "urgent" ? "danger" : "warning"} icon={<Arrow aria-hidden="true" size={12} />}>
          {triage.priorities[priority]}
        </Badge>
      ) : null}
      {row.snoozedUntil ? (
        <Badge icon={<AlarmClock aria-hidden="true" size={12} />}>
          {triage.snoozedUntil(wakeWords(format, row.snoozedUntil))}
        </Badge>
      ) : null}
      {tags.slice(0, MOST_SHOWN).map((tag) => (
        <span key={tag.id} className="inline-flex min-w-0 items-center gap-1.25">
          <TagDot hue={tag.hue} />
          <bdi className="max-w-28 truncate">{tag.name}</bdi>
        </span>
      ))}
      {tags.length > MOST_SHOWN ? (
        <span title={tags.map(({ name }) => name).join(", ")}>+{tags.length - MOST_SHOWN}</span>
      ) : null}
    </>
  );
}
