"use client";

import { UserRound, Users } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Avatar } from "#ui/avatar";
import { useMessages } from "../../../../_i18n/language";
import { useTeamOf } from "../../_parts/teams-provider";

/** Who holds a conversation, or which team it waits with, as a small sign that is read as a sentence. */
export function Holder({ row }: { row: ConversationRow }) {
  const { assignee } = row;
  const team = useTeamOf(row);
  const { inbox, teams } = useMessages();
  const held = assignee && (team ? teams.heldIn(assignee.name, team.name) : inbox.assignedTo(assignee.name));
  const label = held ?? (team ? teams.waits(team.name) : inbox.unassigned);
  const Nobody = team ? Users : UserRound;
  return (
    <span className="ml-auto inline-flex shrink-0 items-center gap-1.25 @max-[15rem]/app:hidden" title={label}>
      {team && !assignee ? (
        <bdi aria-hidden="true" className="max-w-24 truncate text-ink-2">
          {team.name}
        </bdi>
      ) : null}
      {assignee ? (
        <Avatar name={assignee.name} size={20} />
      ) : (
        <span
          aria-hidden="true"
          className="inline-grid size-5 place-items-center rounded-full border border-control border-dashed text-ink-3"
        >
          <Nobody size={12} />
        </span>
      )}
      <span className="sr-only">{label}</span>
    </span>
  );
}
