"use client";

import { UserRound, Users } from "lucide-react";
import type { AssignConversation } from "#lib/conversations/input";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Avatar } from "#ui/avatar";
import { useMessages } from "../../../_i18n/language";
import { useAwayWords, useTeams } from "../_parts/teams-provider";
import { useInbox } from "./_parts/inbox-context";

/** Who is to have a conversation: a member, a team, or nobody. */
export type AssignTo = Omit<AssignConversation, "conversationId">;

/** Stands for "assigned to nobody" among the ids of members and teams. */
const NOBODY = "nobody";
const TEAM = "team:";

/** Which of the choices a conversation has now: who holds it, else the team it waits with. */
export function chosenOf({ assignee, team }: Pick<ConversationRow, "assignee" | "team">): string {
  return chosenBy({ memberId: assignee?.memberId ?? null, teamId: team?.id });
}

/** The choice that asks for it. */
export function chosenBy({ memberId, teamId }: AssignTo): string {
  return memberId ?? (teamId ? `${TEAM}${teamId}` : NOBODY);
}

/** What a choice asks for. */
export function assignTo(choice: string): AssignTo {
  if (choice.startsWith(TEAM)) return { memberId: null, teamId: choice.slice(TEAM.length) };
  return { memberId: choice === NOBODY ? null : choice };
}

/** Whom a conversation can be assigned to, as the choices of a menu. */
export function useAssignees() {
  const { inbox, teams: texts } = useMessages();
  const { members } = useInbox();
  const awayWords = useAwayWords();
  const people = members.map(({ id, name }) => {
    const away = awayWords(id);
    return {
      value: id,
      label: <bdi>{name}</bdi>,
      icon: <Avatar name={name} size={20} />,
      ...(away ? { trail: <span className="text-right text-caption text-ink-3">{away}</span> } : {}),
    };
  });
  const teams = useTeams().map(({ id, name }) => ({
    value: `${TEAM}${id}`,
    label: (
      <span title={texts.team(name)}>
        <bdi>{name}</bdi> <span className="sr-only">({texts.kind})</span>
      </span>
    ),
    icon: <Users aria-hidden="true" size={20} className="text-ink-3" />,
  }));
  const nobody = { value: NOBODY, label: inbox.nobody, icon: <UserRound size={20} className="text-ink-3" /> };
  return [...people, ...teams, nobody];
}
