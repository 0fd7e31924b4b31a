"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { AwayMember } from "#lib/shops/list-away";
import type { TeamView } from "#lib/shops/teams/list-teams";

type TeamsValue = { teams: readonly TeamView[]; away: ReadonlyMap<string, string | null>; members: number };

const TeamsContext = createContext<TeamsValue>({ teams: [], away: new Map(), members: 0 });

type Props = {
  teams: readonly TeamView[];
  away: readonly AwayMember[];
  /** How many members the shop has. */
  members: number;
  children: ReactNode;
};

/** Makes the shop's teams, and who is away, known to every page of it. */
export function TeamsProvider({ teams, away, members, children }: Props) {
  const value = useMemo(
    () => ({ teams, members, away: new Map(away.map(({ id, until }) => [id, until])) }),
    [teams, members, away],
  );
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

/** The members who are away, by id: each with when her hours begin (ISO 8601), null where only she ends it. */
export function useAway(): ReadonlyMap<string, string | null> {
  return useContext(TeamsContext).away;
}

/** How many members are there to answer. */
export function useAvailable(): number {
  const { members, away } = useContext(TeamsContext);
  return Math.max(0, members - away.size);
}

/** What is said of a member who is away: "Away", "Away until 15:00", "Away until Monday 09:00"; null of who is not. */
export function useAwayWords(): (memberId: string | undefined) => string | null {
  const { teams: texts } = useMessages();
  const format = useFormat();
  const away = useAway();
  return (memberId = "") => {
    const until = away.get(memberId);
    if (until === undefined) return null;
    if (until === null) return texts.away;
    const time = format.time(until);
    const today = format.fieldDay(until) === format.fieldDay(format.now());
    return texts.awayUntil(today ? time : texts.dayAndTime(format.weekdayName(until), time));
  };
}
