"use client";

import { CalendarClock, Ellipsis, UserRoundMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";
import { Avatar } from "#ui/avatar";
import { Dot } from "#ui/dot";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuItem } from "#ui/menu";
import { Select } from "#ui/select";
import { Td, Tr } from "#ui/table";
import { useShop } from "../../../_parts/live-shop";
import { useAwayWords } from "../../../_parts/teams-provider";
import { useAct } from "../../_parts/use-act";
import type { Member } from "./member-table";
import { RemoveDialog } from "./remove-dialog";
import { rolesGivenBy, type TeamActions } from "./team-actions";

type Props = { member: Member; yourRole: Role; showsOpen: boolean; showsVisit: boolean; actions: TeamActions };

/** On a phone a row is two lines: who and what can be done, then the role. */
export const NARROW_ROW =
  "max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:items-center max-sm:py-2 max-sm:[&>td]:h-auto";
export const NARROW_LAST =
  "max-sm:order-last max-sm:col-span-2 max-sm:pt-1 max-sm:pl-4 max-sm:[&>span:not(:has(select))]:px-0";

function RoleCell({ member, roles, actions }: { member: Member; roles: readonly Role[]; actions: TeamActions }) {
  const { team, shop } = useMessages();
  const { pending, act } = useAct();
  if (roles.length === 0) return <span className="px-2.5 font-label text-caption">{shop.roles[member.role]}</span>;
  const change = (value: string) => {
    const role = roles.find((candidate) => candidate === value);
    if (role)
      act(() => actions.changeRole({ memberId: member.id, role }), team.roleChanged(member.name, team.withRole[role]));
  };
  return (
    <Select
      look="button"
      aria-label={team.roleOf(member.name)}
      value={member.role}
      disabled={pending}
      onChange={(event) => change(event.target.value)}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {shop.roles[role]}
        </option>
      ))}
    </Select>
  );
}

function MemberActions({ member, removes, actions }: { member: Member; removes: boolean; actions: TeamActions }) {
  const { team, teams, common } = useMessages();
  const { slug } = useShop();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={common.moreActionsFor(member.name)} icon={<Ellipsis aria-hidden="true" size={16} />} />
        }
      >
        <MenuItem
          icon={<CalendarClock aria-hidden="true" size={16} />}
          onSelect={() => router.push(`/s/${slug}/settings/team/hours/${member.id}`)}
        >
          {teams.hours}
        </MenuItem>
        {removes ? (
          <MenuItem danger icon={<UserRoundMinus aria-hidden="true" size={16} />} onSelect={() => setAsking(true)}>
            {team.removeMember}
          </MenuItem>
        ) : null}
      </Menu>
      <RemoveDialog member={member} removeMember={actions.removeMember} open={asking} onOpenChange={setAsking} />
    </>
  );
}

/** One member. What the reader's role may not change is plain text. */
export function MemberRow({ member, yourRole, showsOpen, showsVisit, actions }: Props) {
  const { common, teams } = useMessages();
  const away = useAwayWords()(member.id);
  const format = useFormat();
  const given = rolesGivenBy(yourRole);
  const mine = !member.you && given.includes(member.role);
  return (
    <Tr className={NARROW_ROW}>
      <Td className="w-full wrap-anywhere sm:py-2 md:w-2/5">
        <span className="flex items-center gap-2.5">
          <Avatar name={member.name} className="max-sm:hidden" />
          <span>
            <b className="block leading-snug">
              {member.name} {member.you ? <span className="font-normal text-ink-3">({common.you})</span> : null}
            </b>
            {away ? <span className="block text-caption text-ink-3 md:hidden">{away}</span> : null}
            {member.email ? <span className="block text-caption text-ink-3 max-sm:hidden">{member.email}</span> : null}
          </span>
        </span>
      </Td>
      <Td className={NARROW_LAST}>
        <RoleCell member={member} roles={mine ? given : []} actions={actions} />
      </Td>
      <Td className="whitespace-nowrap max-md:hidden">
        <span className="inline-flex items-center gap-1.5">
          <Dot tone={away ? "warn" : "ok"} />
          {away ?? teams.available}
        </span>
      </Td>
      {showsOpen ? <Td className="tabular-nums max-md:hidden">{format.number(member.openCount ?? 0)}</Td> : null}
      {showsVisit ? (
        <Td className="whitespace-nowrap text-ink-3 max-md:hidden">
          {member.lastSeenAt ? format.ago(member.lastSeenAt) : "–"}
        </Td>
      ) : null}
      <Td className="text-right">
        {member.you || given.length > 0 ? <MemberActions member={member} removes={mine} actions={actions} /> : null}
      </Td>
    </Tr>
  );
}
