"use client";

import {
  AlarmClock,
  Ban,
  CalendarClock,
  CalendarX2,
  CircleCheck,
  Flag,
  Inbox,
  Link,
  LogIn,
  type LucideIcon,
  MessageSquareMore,
  OctagonAlert,
  Package,
  Pause,
  Play,
  RotateCcw,
  ShieldCheck,
  ShieldOff,
  Signpost,
  Star,
  UserRound,
  UserRoundCheck,
  UserRoundX,
  Users,
} from "lucide-react";
import { memo } from "react";
import type { MessageView } from "#lib/conversations/view-message";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { Rich } from "../../../../_i18n/rich";
import { wordsOfEvent } from "../event-words";

const ICONS: Record<NonNullable<MessageView["event"]>["type"], LucideIcon> = {
  assigned: UserRound,
  team_assigned: Users,
  given_in_turn: UserRound,
  left_by_away: Users,
  snoozed: AlarmClock,
  woken: AlarmClock,
  spam: OctagonAlert,
  not_spam: RotateCcw,
  blocked: Ban,
  prioritised: Flag,
  closed: CircleCheck,
  reopened: RotateCcw,
  permission_given: ShieldCheck,
  permission_withdrawn: ShieldOff,
  permission_refused: ShieldOff,
  stop_confirmed: ShieldCheck,
  permissions_asked: ShieldCheck,
  permissions_shown: ShieldCheck,
  paused: Pause,
  resumed: Play,
  shop_blocked: Ban,
  shop_unblocked: ShieldCheck,
  signed_in: LogIn,
  order_placed: Package,
  joined: Link,
  opted_in: MessageSquareMore,
  came_from: Signpost,
  account_linked: UserRoundCheck,
  account_unlinked: UserRoundX,
  thread_taken: Inbox,
  thread_given: Inbox,
  scheduled: CalendarClock,
  schedule_cancelled: CalendarX2,
  feedback: Star,
};

/** What happened in the thread without anybody writing. */
export const EventLine = memo(function EventLine({
  message,
  contactName,
}: {
  message: MessageView;
  contactName: string;
}) {
  const messages = useMessages();
  const format = useFormat();
  if (!message.event) return null;
  const Icon = ICONS[message.event.type];
  const { text, who, to, what } = wordsOfEvent(
    messages,
    format,
    message.event,
    contactName,
    message.delivery === "failed",
  );
  const name = (value: string) => <bdi className="font-label text-ink-2">{value}</bdi>;
  return (
    <p className="mt-2 mb-0.5 flex items-baseline justify-center gap-1.5 text-center text-caption text-ink-3">
      <Icon aria-hidden="true" size={14} className="translate-y-0.5" />
      <span className="min-w-0 break-words">
        <Rich text={text} tags={{ who: () => name(who), to: () => name(to), what: () => name(what) }} /> ·{" "}
        <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
      </span>
    </p>
  );
});
