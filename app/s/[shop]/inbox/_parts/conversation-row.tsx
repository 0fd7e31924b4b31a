"use client";

import { Lock } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { cautionOf } from "#lib/contacts/caution-of";
import type { ConversationRow as Row } from "#lib/conversations/view-conversation";
import { Avatar } from "#ui/avatar";
import { CountBadge } from "#ui/count-badge";
import { isPlainPress } from "#ui/page-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { PART_ICONS } from "../../../../_shared/attachments";
import { classNames } from "../../../../_ui/class-names";
import { useShop } from "../../_parts/live-shop";
import { NameMark } from "../../_parts/name-mark";
import { inboxPath } from "../../places";
import { useName } from "../../use-name";
import { previewOf } from "../preview";
import { RowMarks } from "../triage/row-marks";
import { Delivery, deliveryOf } from "./delivery";
import { Holder } from "./holder";
import { useInbox } from "./inbox-context";
import { ReplyBadge } from "./reply-badge";
import { Waiting } from "./waiting";

/** A sign of a note, or of what a message without words is. */
function PreviewIcon({ last }: { last: Row["lastMessage"] }) {
  if (last?.kind === "note") return <Lock aria-hidden="true" size={13} className="shrink-0 text-note-ink" />;
  if (!last?.attachment || last.unsent || last.preview.trim() !== "") return null;
  const Icon = PART_ICONS[last.attachment];
  return <Icon aria-hidden="true" size={14} className="shrink-0 text-ink-3" />;
}

/** One conversation of the list: who, what was said last, how long they wait, who answers. */
export const ConversationRow = memo(function ConversationRow({ row, selected }: { row: Row; selected: boolean }) {
  const messages = useMessages();
  const { inbox, common } = messages;
  const format = useFormat();
  const { slug, memberName, name: shopName } = useShop();
  const { view, order, open, members } = useInbox();
  const caution = row.contact.member ? null : cautionOf(row.contact.name, [...members, { name: shopName }]);
  const name = useName()(row.contact);
  const last = row.lastMessage;
  const unread = row.unread > 0;
  const follow = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    open(row.id);
  };
  return (
    <a
      href={inboxPath(slug, view, row.id, order)}
      onClick={follow}
      data-conversation={row.id}
      {...(selected ? { "aria-current": "true" } : {})}
      className={classNames(
        "-outline-offset-2! grid grid-cols-[40px_minmax(0,1fr)] gap-x-2.5 border-line border-b px-4 py-2.75 max-md:py-3 @max-[15rem]/app:grid-cols-[minmax(0,1fr)] @max-[15rem]/app:px-3 @max-[15rem]/app:group-data-choosing/row:pl-10",
        selected
          ? "bg-selected shadow-[inset_3px_0_0_light-dark(var(--brand),var(--ring))] [--avatar-gap:var(--selected)]"
          : "hover:bg-hover hover:[--avatar-gap:var(--hover)]",
      )}
    >
      <span className="@max-[15rem]/app:hidden md:group-hover/row:opacity-0 md:group-has-[input:focus-visible]/row:opacity-0 group-data-choosing/row:opacity-0">
        <Avatar name={row.contact.name.trim() || null} size={40} channel={row.channel} />
      </span>
      <span className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start">
        <span className="flex items-baseline gap-2 @max-[15rem]/app:grid @max-[15rem]/app:gap-0">
          <NameMark caution={caution} />
          <bdi
            className={classNames("min-w-0 grow truncate text-body", unread ? "font-heading" : "font-medium")}
            title={name}
          >
            {name}
          </bdi>
          <span className="whitespace-nowrap text-caption text-ink-3 tabular-nums">
            <span className="sr-only @max-[15rem]/app:not-sr-only">{common.channels[row.channel]} · </span>
            <time dateTime={row.lastMessageAt}>{format.stamp(row.lastMessageAt)}</time>
          </span>
        </span>
        <span
          className={classNames(
            "flex items-center gap-1.5 text-label max-md:text-[0.875rem]",
            unread ? "font-medium text-ink" : "text-ink-2",
          )}
        >
          {last && last.author === "member" && last.kind !== "event" && last.kind !== "note" ? (
            <span className="text-ink-3">
              <Delivery quiet state={deliveryOf(last, row)} />
            </span>
          ) : null}
          <PreviewIcon last={last} />
          <span
            dir="auto"
            className="min-w-0 grow truncate @max-[15rem]/app:line-clamp-2 @max-[15rem]/app:whitespace-normal"
          >
            {previewOf(messages, format, row, memberName, name)}
          </span>
          {unread ? <CountBadge count={row.unread} label={inbox.unread(row.unread)} /> : null}
        </span>
        <span className="mt-1 flex min-h-5 min-w-0 flex-wrap items-center gap-1.5 text-caption text-ink-3">
          {row.waitingSince ? <Waiting since={row.waitingSince} /> : null}
          <ReplyBadge row={row} />
          <RowMarks row={row} />
          <Holder row={row} />
        </span>
      </span>
    </a>
  );
});
