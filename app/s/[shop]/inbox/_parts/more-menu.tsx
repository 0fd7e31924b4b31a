"use client";

import {
  AlarmClock,
  Ban,
  CalendarDays,
  CircleCheck,
  Ellipsis,
  FileText,
  Info,
  Mail,
  OctagonAlert,
  RotateCcw,
  Tag,
} from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { PRIORITIES } from "../../priorities";
import { useName } from "../../use-name";
import { mayBeUnread } from "../may-be-unread";
import { assignTo, chosenOf, useAssignees } from "../use-assignees";
import type { useConversationActions } from "../use-conversation-actions";
import { useInbox } from "./inbox-context";

type Can = ReturnType<typeof useConversationActions>;
type Props = { row: ConversationRow; can: Can; onDetails: () => void };

/** What the header has buttons for where there is room. */
function HeaderItems({ row, can, onDetails }: Props) {
  const { inbox } = useMessages();
  const assignees = useAssignees();
  const open = row.status === "open";
  return (
    <>
      <MenuItem icon={<Info size={16} />} onSelect={onDetails}>
        {inbox.details}
      </MenuItem>
      <MenuItem
        icon={open ? <CircleCheck size={16} /> : <RotateCcw size={16} />}
        onSelect={() => can.toggleClosed(row)}
      >
        {open ? inbox.close : inbox.reopen}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{inbox.assign}</MenuLabel>
      <MenuChoices value={chosenOf(row)} onChange={(choice) => can.assign(row, assignTo(choice))} options={assignees} />
      <MenuLine />
    </>
  );
}

/** Everything else that can be done with a conversation; `full` where the header has no room for its own buttons. */
export function MoreMenu({ full = false, ...props }: Props & { full?: boolean }) {
  const { inbox, triage, common } = useMessages();
  const { ask } = useInbox();
  const { row, can } = props;
  const label = common.moreActionsFor(useName()(row.contact));
  const { spam } = row.contact;
  return (
    <Menu align="end" trigger={<IconButton label={label} icon={<Ellipsis aria-hidden="true" size={18} />} />}>
      {full ? <HeaderItems {...props} /> : null}
      <MenuItem icon={<AlarmClock size={16} />} onSelect={() => ask("snooze")}>
        {triage.snooze}
      </MenuItem>
      <MenuItem icon={<Tag size={16} />} onSelect={() => ask("tag")}>
        {triage.tag}
      </MenuItem>
      {mayBeUnread(row) ? (
        <MenuItem icon={<Mail size={16} />} onSelect={() => can.markUnread(row)}>
          {inbox.markUnread}
        </MenuItem>
      ) : null}
      <MenuItem icon={<CalendarDays size={16} />} onSelect={() => ask("date")}>
        {inbox.goToDate}
      </MenuItem>
      <MenuItem icon={<FileText size={16} />} onSelect={() => ask("transcript")}>
        {inbox.transcript.title}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{triage.priority}</MenuLabel>
      <MenuChoices
        value={row.priority}
        onChange={(priority) => can.setPriority(row, priority)}
        options={PRIORITIES.map((value) => ({ value, label: triage.priorities[value] }))}
      />
      <MenuLine />
      {row.status === "spam" && !spam ? (
        <MenuItem icon={<RotateCcw size={16} />} onSelect={() => can.reopen(row)}>
          {triage.notSpam}
        </MenuItem>
      ) : null}
      {row.status === "spam" ? null : (
        <MenuItem icon={<OctagonAlert size={16} />} onSelect={() => can.markSpam(row)}>
          {triage.spam}
        </MenuItem>
      )}
      <MenuItem icon={<Ban size={16} />} danger={!spam} onSelect={() => can.setBlocked(row, !spam)}>
        {spam ? triage.unblock : triage.block}
      </MenuItem>
    </Menu>
  );
}
