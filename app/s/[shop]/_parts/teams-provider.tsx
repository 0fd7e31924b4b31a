"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { TeamView } from "#lib/shops/teams/list-teams";

const TeamsContext = createContext<readonly TeamView[]>([]);

/** Makes the shop's teams known to every page of it. */
export function TeamsProvider({ teams, children }: { teams: readonly TeamView[]; children: ReactNode }) {
  return <TeamsContext value={teams}>{children}</TeamsContext>;
}

/** The teams of the shop, by name. */
export function useTeams(): readonly TeamView[] {
  return useContext(TeamsContext);
}

/** Those that a member is in. */
export function useTeamsOf(memberId: string): readonly TeamView[] {
  return useTeams().filter(({ memberIds }) => memberIds.includes(memberId));
}
