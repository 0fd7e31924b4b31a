"use client";

import { ChevronDown, UserRound } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Avatar } from "#ui/avatar";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { buttonLook } from "../../../../_ui/button-look";
import { firstNameOf } from "../../use-name";
import { NOBODY, useAssignees } from "../use-assignees";

type Props = { row: ConversationRow; onAssign: (memberId: string | null) => void };

/** Who answers this conversation, and who else could. */
export function AssignMenu({ row, onAssign }: Props) {
  const { inbox } = useMessages();
  const assignees = useAssignees();
  const { assignee } = row;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          id="assign"
          aria-keyshortcuts="a"
          className={`${buttonLook({})} max-w-60 shrink! overflow-hidden`}
        >
          {assignee ? (
            <Avatar name={assignee.name} size={20} />
          ) : (
            <UserRound aria-hidden="true" size={16} className="text-ink-3" />
          )}
          <span className="min-w-0 truncate max-md:sr-only">
            {assignee ? inbox.assignedTo(firstNameOf(assignee.name)) : inbox.unassigned}
          </span>
          <ChevronDown aria-hidden="true" size={14} className="text-ink-3" />
        </button>
      }
    >
      <MenuChoices
        value={assignee?.memberId ?? NOBODY}
        onChange={(value) => onAssign(value === NOBODY ? null : value)}
        options={assignees}
      />
    </Menu>
  );
}
