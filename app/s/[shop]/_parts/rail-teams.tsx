"use client";

import { Users } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useMessages } from "../../../_i18n/language";
import { inboxPath, viewOf } from "../places";
import { useShop } from "./live-shop";
import { NavCount } from "./nav-count";
import { NavItem } from "./nav-item";
import { HEADING } from "./rail-kept";
import { useTeamsOf } from "./teams-provider";
import { useCountOf } from "./use-count-of";

/** What each of the member's teams has open. Draws nothing for who is in none. */
export function RailTeams() {
  const { teams: texts } = useMessages();
  const { slug, memberId } = useShop();
  const countOf = useCountOf();
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
          trail={<NavCount count={countOf(`team:${id}`)} />}
        >
          {name}
        </NavItem>
      ))}
    </>
  );
}
