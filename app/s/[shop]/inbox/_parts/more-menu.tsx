"use client";

import { CircleCheck, Ellipsis, Info, RotateCcw } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { useName } from "../../use-name";
import { NOBODY, useAssignees } from "../use-assignees";
import type { useConversationActions } from "../use-conversation-actions";

type Props = { row: ConversationRow; can: ReturnType<typeof useConversationActions>; onDetails: () => void };

/** Everything of the header in one menu, where the letters are so large that nothing else has room. */
export function MoreMenu({ row, can, onDetails }: Props) {
  const { inbox, common } = useMessages();
  const assignees = useAssignees();
  const open = row.status === "open";
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={common.moreActionsFor(useName()(row.contact))}
          className="grid size-11 shrink-0 place-items-center rounded-md text-ink-2"
        >
          <Ellipsis aria-hidden="true" size={20} />
        </button>
      }
    >
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
      <MenuChoices
        value={row.assignee?.memberId ?? NOBODY}
        onChange={(value) => can.assign(row, value === NOBODY ? null : value)}
        options={assignees}
      />
    </Menu>
  );
}
