"use client";

import { ChevronDown, UserRound, Users } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Avatar } from "#ui/avatar";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { buttonLook } from "../../../../_ui/button-look";
import { useAwayWords, useTeamOf } from "../../_parts/teams-provider";
import { firstNameOf } from "../../use-name";
import { type AssignTo, assignTo, chosenOf, useAssignees } from "../use-assignees";

type Props = { row: ConversationRow; onAssign: (to: AssignTo) => void };

/** Who answers this conversation, or which team, and who else could. */
export function AssignMenu({ row, onAssign }: Props) {
  const { inbox, teams } = useMessages();
  const assignees = useAssignees();
  const { assignee } = row;
  const team = useTeamOf(row);
  const away = useAwayWords()(assignee?.memberId);
  const Nobody = team ? Users : UserRound;
  const unheld = team ? teams.team(team.name) : inbox.unassigned;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          id="assign"
          aria-keyshortcuts="a"
          {...(team ? { title: assignee ? teams.heldIn(assignee.name, team.name) : teams.waits(team.name) } : {})}
          className={`${buttonLook({})} max-w-60 shrink! overflow-hidden`}
        >
          {assignee ? (
            <Avatar name={assignee.name} size={20} away={away !== null} />
          ) : (
            <Nobody aria-hidden="true" size={16} className="shrink-0 text-ink-3" />
          )}
          <span className="min-w-0 truncate max-md:sr-only">
            {assignee ? inbox.assignedTo(firstNameOf(assignee.name)) : unheld}
            {away ? <span className="text-ink-3"> · {away}</span> : null}
          </span>
          <ChevronDown aria-hidden="true" size={14} className="shrink-0 text-ink-3" />
        </button>
      }
    >
      <MenuChoices value={chosenOf(row)} onChange={(choice) => onAssign(assignTo(choice))} options={assignees} />
    </Menu>
  );
}
