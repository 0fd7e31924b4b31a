"use client";

import { type LucideIcon, Menu as MenuIcon, MessagesSquare, Settings, Users } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { CountBadge } from "#ui/count-badge";
import { PageLink } from "#ui/page-link";
import { useMessages } from "../../../_i18n/language";
import type { Theme } from "../../../_preferences/theme";
import { classNames } from "../../../_ui/class-names";
import { conversationIn } from "../places";
import { useCounts, useShop } from "./live-shop";
import { MemberMenu } from "./member-menu";
import type { OtherShop } from "./shop-switcher";

const TAB =
  "relative flex min-w-0 flex-col items-center justify-center gap-0.5 font-label text-micro -outline-offset-2! aria-[current=page]:text-brand-ink";

function TabFace({ icon: Icon, badge, children }: { icon: LucideIcon; badge?: ReactNode; children: string }) {
  return (
    <>
      <span className="relative">
        <Icon aria-hidden="true" size={22} />
        {badge ? <span className="-top-2 absolute left-3 flex rounded-full ring-2 ring-surface">{badge}</span> : null}
      </span>
      <span className="max-w-full truncate @max-[15rem]/app:sr-only">{children}</span>
    </>
  );
}

/** The way through a shop on a phone; an open conversation has the whole screen. */
export function TabBar({ shops, theme }: { shops: readonly OtherShop[]; theme: Theme }) {
  const { shop, inbox } = useMessages();
  const { slug } = useShop();
  const { open } = useCounts();
  const pathname = usePathname();
  if (conversationIn(pathname)) return null;
  const tab = (place: string, first = place) => {
    const here = pathname.startsWith(`/s/${slug}/${place}`);
    return {
      href: `/s/${slug}/${first}`,
      className: classNames(TAB, here ? "" : "text-ink-3"),
      ...(here ? { "aria-current": "page" as const } : {}),
    };
  };
  return (
    <nav
      aria-label={shop.nav.main}
      className="grid h-16 grid-cols-4 border-line border-t bg-surface px-1 pb-1 md:hidden"
    >
      <PageLink {...tab("inbox")}>
        <TabFace
          icon={MessagesSquare}
          badge={open > 0 ? <CountBadge count={open} label={inbox.openCount(open)} /> : null}
        >
          {shop.nav.inbox}
        </TabFace>
      </PageLink>
      <PageLink {...tab("contacts")}>
        <TabFace icon={Users}>{shop.nav.contacts}</TabFace>
      </PageLink>
      <PageLink {...tab("settings", "settings/team")}>
        <TabFace icon={Settings}>{shop.nav.settings}</TabFace>
      </PageLink>
      <MemberMenu
        shops={shops}
        theme={theme}
        trigger={
          <button type="button" className={classNames(TAB, "text-ink-3")}>
            <TabFace icon={MenuIcon}>{shop.nav.more}</TabFace>
          </button>
        }
      />
    </nav>
  );
}
