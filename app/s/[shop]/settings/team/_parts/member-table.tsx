"use client";

import { LinkIcon, X } from "lucide-react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { Table, Td, Th, Tr } from "#ui/table";
import { useAct } from "../../_parts/use-act";
import { MemberRow, NARROW_LAST, NARROW_ROW } from "./member-row";
import { rolesGivenBy, type TeamActions } from "./team-actions";

export type Member = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  you: boolean;
  /** How many open conversations she holds; leave it out of all and the column goes. */
  openCount?: number;
  /** ISO 8601, null when she never was here; leave it out of all and the column goes. */
  lastSeenAt?: string | null;
};

export type Invitation = { id: string; role: Role; invitedBy: string; createdAt: string; expiresAt: string };

type Props = {
  yourRole: Role;
  members: readonly Member[];
  invitations: readonly Invitation[];
  actions: TeamActions;
};

function InvitationRow({
  invitation,
  counts,
  visits,
  mayCancel,
  actions,
}: {
  invitation: Invitation;
  counts: boolean;
  visits: boolean;
  mayCancel: boolean;
  actions: TeamActions;
}) {
  const { team, shop } = useMessages();
  const format = useFormat();
  const { pending, act } = useAct();
  const cancel = () => act(() => actions.cancelInvitation({ invitationId: invitation.id }), team.invitationCancelled);
  return (
    <Tr className={NARROW_ROW}>
      <Td className="w-full wrap-anywhere sm:py-2 md:w-2/5">
        <span className="flex items-center gap-2.5">
          <span className="grid size-8 shrink-0 place-items-center rounded-full border border-control border-dashed text-ink-3 max-sm:hidden">
            <LinkIcon aria-hidden="true" size={14} />
          </span>
          <span>
            <b className="block leading-snug">{team.openInvitation}</b>
            <span className="block text-caption text-ink-3">
              {team.invitedBy(invitation.invitedBy, format.dayAndTimeInline(invitation.createdAt))}
              {" · "}
              {team.endsOn(format.fullDate(invitation.expiresAt))}
            </span>
          </span>
        </span>
      </Td>
      <Td className={NARROW_LAST}>
        <span className="px-2.5 font-label text-caption">{shop.roles[invitation.role]}</span>
      </Td>
      <Td className="max-md:hidden">–</Td>
      {counts ? <Td className="max-md:hidden">–</Td> : null}
      {visits ? <Td className="max-md:hidden">–</Td> : null}
      <Td className="text-right">
        {mayCancel ? (
          <Button variant="ghost" size="sm" busy={pending} icon={<X aria-hidden="true" size={14} />} onClick={cancel}>
            <span className="max-sm:sr-only">{team.cancelInvitation}</span>
          </Button>
        ) : null}
      </Td>
    </Tr>
  );
}

/** Everyone who answers for the shop, and the links by which someone may join. */
export function MemberTable({ yourRole, members, invitations, actions }: Props) {
  const { team, teams } = useMessages();
  const counts = members.every((member) => member.openCount !== undefined);
  const visits = members.every((member) => member.lastSeenAt !== undefined);
  const mayInvite = rolesGivenBy(yourRole).length > 0;
  return (
    <Card className="overflow-hidden">
      <Table label={team.members}>
        <thead className="max-sm:sr-only">
          <tr>
            <Th>{team.member}</Th>
            <Th>{team.role}</Th>
            <Th className="max-md:hidden">{teams.availability}</Th>
            {counts ? <Th className="max-md:hidden">{team.openNow}</Th> : null}
            {visits ? <Th className="max-md:hidden">{team.lastSeen}</Th> : null}
            <Th>
              <span className="sr-only">{team.actions}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              yourRole={yourRole}
              showsOpen={counts}
              showsVisit={visits}
              actions={actions}
            />
          ))}
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              counts={counts}
              visits={visits}
              mayCancel={mayInvite}
              actions={actions}
            />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
