"use client";

import {
  AlarmClock,
  AtSign,
  CircleCheck,
  CircleUserRound,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  OctagonAlert,
  Timer,
} from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import type { FixedView } from "#lib/conversations/conversation-order";
import { CountBadge } from "#ui/count-badge";
import { useMessages } from "../../../_i18n/language";
import { inboxPath, VIEWS, viewOf } from "../places";
import { useShop } from "./live-shop";
import { NavCount } from "./nav-count";
import { NavItem } from "./nav-item";
import { useCountOf } from "./use-count-of";

const ICONS: Record<FixedView, LucideIcon> = {
  mine: CircleUserRound,
  unassigned: Inbox,
  open: MessagesSquare,
  ending_soon: Timer,
  snoozed: AlarmClock,
  closed: CircleCheck,
  mentions: AtSign,
  spam: OctagonAlert,
};

/** The number beside a view. */
function ViewCount({ view, active }: { view: FixedView; active: boolean }) {
  const { inbox } = useMessages();
  const count = useCountOf()(view);
  if (!count) return null;
  if (view === "unassigned")
    return (
      <span className="max-lg:-top-0.5 max-lg:-right-0.5 flex max-lg:absolute">
        <CountBadge count={count.n} label={inbox.unassignedCount(count.n)} />
      </span>
    );
  return <NavCount count={count} active={active} />;
}

/** The views of the inbox with their live counts. */
export function RailViews() {
  const { inbox } = useMessages();
  const { slug } = useShop();
  const pathname = usePathname();
  const chosen = viewOf(useSearchParams().get("view"));
  const here = pathname.startsWith(`/s/${slug}/inbox`);
  return VIEWS.map((view) => (
    <NavItem
      key={view}
      href={inboxPath(slug, view)}
      icon={ICONS[view]}
      active={here && view === chosen}
      trail={<ViewCount view={view} active={here && view === chosen} />}
    >
      {inbox.views[view]}
    </NavItem>
  ));
}
