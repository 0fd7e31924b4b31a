"use client";

import { Plus, Users } from "lucide-react";
import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import type { TeamView } from "#lib/shops/teams/list-teams";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { useShop } from "../../../../_parts/live-shop";
import { useTeams } from "../../../../_parts/teams-provider";
import { TeamDialog } from "./team-dialog";

export type Person = { id: string; name: string };

function TeamLine({ team, people, onEdit }: { team: TeamView; people: readonly Person[]; onEdit?: () => void }) {
  const { teams } = useMessages();
  const names = people.filter(({ id }) => team.memberIds.includes(id)).map(({ name }) => name);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span className="grid min-w-0 grow basis-60">
        <bdi className="truncate font-label text-label">{team.name}</bdi>
        <span className="truncate text-caption text-ink-3" title={names.join(", ")}>
          {names.length > 0 ? names.join(", ") : teams.nobody}
        </span>
      </span>
      {team.takesNew ? <Badge>{teams.newOnes}</Badge> : null}
      <span className="text-caption text-ink-3 tabular-nums">
        {team.roundRobin ? teams.upTo(team.cap) : teams.members(names.length)}
      </span>
      {onEdit ? (
        <Button size="sm" aria-label={teams.change(team.name)} onClick={onEdit}>
          {teams.edit}
        </Button>
      ) : null}
    </li>
  );
}

/** The teams of the shop; owners and admins make, change and remove them. */
export function TeamsCard({ members }: { members: readonly Person[] }) {
  const { teams: texts } = useMessages();
  const { role } = useShop();
  const teams = useTeams();
  const [edited, setEdited] = useState<TeamView | "new" | null>(null);
  const mayChange = role !== "agent";
  return (
    <Card className="overflow-hidden">
      <CardHead
        title={texts.title}
        text={texts.lead}
        actions={
          mayChange ? (
            <Button icon={<Plus aria-hidden="true" size={16} />} onClick={() => setEdited("new")}>
              {texts.create}
            </Button>
          ) : null
        }
      />
      {teams.length === 0 ? (
        <EmptyState icon={<Users aria-hidden="true" size={22} />} title={texts.none} text={texts.noneText} />
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {teams.map((team) => (
            <TeamLine
              key={team.id}
              team={team}
              people={members}
              {...(mayChange ? { onEdit: () => setEdited(team) } : {})}
            />
          ))}
        </ul>
      )}
      {edited ? (
        <TeamDialog team={edited === "new" ? null : edited} people={members} onClose={() => setEdited(null)} />
      ) : null}
    </Card>
  );
}
