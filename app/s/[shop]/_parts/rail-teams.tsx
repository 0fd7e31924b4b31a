"use client";

import { Users } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useFormat, useMessages } from "../../../_i18n/language";
import { inboxPath, viewOf } from "../places";
import { useCounts, useShop } from "./live-shop";
import { NavItem } from "./nav-item";
import { HEADING } from "./rail-kept";
import { useTeamsOf } from "./teams-provider";

/** What each of the member's teams has open. Draws nothing for who is in none. */
export function RailTeams() {
  const { teams: texts, inbox } = useMessages();
  const format = useFormat();
  const { slug, memberId } = useShop();
  const counts = useCounts();
  const teams = useTeamsOf(memberId);
  const chosen = viewOf(useSearchParams().get("view"));
  const here = usePathname().startsWith(`/s/${slug}/inbox`);
  if (teams.length === 0) return null;
  return (
    <>
      <h2 className={`mt-2 ${HEADING}`}>{texts.yours}</h2>
      {teams.map(({ id, name }) => (
        <NavItem
          key={id}
          href={inboxPath(slug, `team:${id}`)}
          icon={Users}
          active={here && chosen === `team:${id}`}
          trail={
            <span className="text-caption text-ink-3 tabular-nums max-lg:sr-only">
              <span aria-hidden="true">{format.number(counts.teams[id] ?? 0)}</span>
              <span className="sr-only">{inbox.viewCount(counts.teams[id] ?? 0)}</span>
            </span>
          }
        >
          {name}
        </NavItem>
      ))}
    </>
  );
}
