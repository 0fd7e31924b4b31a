"use client";

import { Timer, TimerOff, UserRound } from "lucide-react";
import { ENDING_SOON_MS, timeLeft } from "#lib/conversations/time-left";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Badge } from "#ui/badge";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { untilWords } from "../until-words";

/** How a conversation is limited by its reply window: little time left, by hand only, or closed. Most show nothing. */
export function ReplyBadge({ row }: { row: ConversationRow }) {
  const { badge } = useMessages().inboxMessenger;
  const format = useFormat();
  const shown = row.status === "open" ? timeLeft(row, format.now()) : null;
  if (!shown || (shown.state === "open" && shown.leftMs > ENDING_SOON_MS)) return null;
  if (shown.state === "open")
    return (
      <Badge tone="warning" icon={<Timer aria-hidden="true" size={12} />}>
        {badge.left(format.duration(shown.leftMs))}
      </Badge>
    );
  if (shown.state === "closed") return <Badge icon={<TimerOff aria-hidden="true" size={12} />}>{badge.closed}</Badge>;
  return (
    <Badge tone="warning" icon={<UserRound aria-hidden="true" size={12} />}>
      {badge.human(untilWords(format, shown.until))}
    </Badge>
  );
}
