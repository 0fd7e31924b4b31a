"use client";

import { UserRound, Users } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Avatar } from "#ui/avatar";
import { useMessages } from "../../../../_i18n/language";
import { useAwayWords, useTeamOf } from "../../_parts/teams-provider";
import { DetailsSection } from "./details-section";

/** Who holds the conversation, and which team has it. */
export function DetailsHolder({ row }: { row: ConversationRow }) {
  const { assignee } = row;
  const team = useTeamOf(row);
  const { inbox, teams } = useMessages();
  const away = useAwayWords()(assignee?.memberId);
  return (
    <DetailsSection title={teams.holder}>
      <ul className="grid gap-1.5 text-label">
        <li className="flex min-w-0 items-center gap-2">
          {assignee ? (
            <Avatar name={assignee.name} size={20} away={away !== null} />
          ) : (
            <UserRound aria-hidden="true" size={20} className="p-0.5 text-ink-3" />
          )}
          <bdi className="min-w-0 truncate">{assignee?.name ?? inbox.nobody}</bdi>
          {away ? <span className="text-caption text-ink-3">{away}</span> : null}
        </li>
        {team ? (
          <li className="flex min-w-0 items-center gap-2">
            <Users aria-hidden="true" size={20} className="p-0.5 text-ink-3" />
            <span className="min-w-0 truncate">{teams.team(team.name)}</span>
          </li>
        ) : null}
      </ul>
    </DetailsSection>
  );
}
