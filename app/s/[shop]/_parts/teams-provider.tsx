"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { TeamView } from "#lib/shops/teams/list-teams";

type TeamsValue = { teams: readonly TeamView[]; away: ReadonlySet<string> };

const TeamsContext = createContext<TeamsValue>({ teams: [], away: new Set() });

type Props = {
  teams: readonly TeamView[];
  /** The ids of the members who are away. */
  away: readonly string[];
  children: ReactNode;
};

/** Makes the shop's teams, and who is away, known to every page of it. */
export function TeamsProvider({ teams, away, children }: Props) {
  const value = useMemo(() => ({ teams, away: new Set(away) }), [teams, away]);
  return <TeamsContext value={value}>{children}</TeamsContext>;
}

/** The teams of the shop, by name. */
export function useTeams(): readonly TeamView[] {
  return useContext(TeamsContext).teams;
}

/** Those that a member is in. */
export function useTeamsOf(memberId: string): readonly TeamView[] {
  return useTeams().filter(({ memberIds }) => memberIds.includes(memberId));
}

/** The team of a conversation, by the name it has now. */
export function useTeamOf({ team }: Pick<ConversationRow, "team">): ConversationRow["team"] {
  const teams = useTeams();
  return team && (teams.find(({ id }) => id === team.id) ?? team);
}

/** The ids of the members who are away. */
export function useAway(): ReadonlySet<string> {
  return useContext(TeamsContext).away;
}
