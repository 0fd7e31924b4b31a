"use client";

import type { ReactNode } from "react";
import { firstName, type Role } from "#lib/shops/actor";
import { type Invitation, type Member, MemberTable } from "./member-table";
import { RolesCard } from "./roles-card";
import { type Session, SessionsCard } from "./sessions-card";
import type { TeamActions } from "./team-actions";

export type TeamSettingsProps = {
  you: { name: string; role: Role };
  members: readonly Member[];
  /** Links that may still be used. */
  invitations: readonly Invitation[];
  sessions: readonly Session[];
  actions: TeamActions;
  /** Drawn under the members: the teams they are in. */
  children: ReactNode;
};

/** The team of a shop, what each role may do, and where the reader is signed in. */
export function TeamSettings({ you, members, invitations, sessions, actions, children }: TeamSettingsProps) {
  return (
    <>
      <MemberTable yourRole={you.role} members={members} invitations={invitations} actions={actions} />
      {children}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
        <RolesCard />
        <SessionsCard firstName={firstName(you.name)} sessions={sessions} actions={actions} />
      </div>
    </>
  );
}
