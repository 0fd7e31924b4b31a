"use client";

import { Ellipsis, Search, Settings, Users } from "lucide-react";
import { usePathname } from "next/navigation";
import { Avatar } from "#ui/avatar";
import { Kbd } from "#ui/kbd";
import { useMessages } from "../../../_i18n/language";
import type { Theme } from "../../../_preferences/theme";
import { useModKey } from "../../../_shared/use-mod-key";
import { useShop } from "./live-shop";
import { MemberMenu } from "./member-menu";
import { NavItem } from "./nav-item";
import { openPalette } from "./open-palette";
import { RailKept } from "./rail-kept";
import { RailTeams } from "./rail-teams";
import { RailViews } from "./rail-views";
import { type OtherShop, ShopSwitcher } from "./shop-switcher";
import { useAwayWords } from "./teams-provider";

/** The way through a shop: 224 px wide, 56 px of icons between 900 and 1199 px, not there below. */
export function Rail({ shops, theme }: { shops: readonly OtherShop[]; theme: Theme }) {
  const { shop, inbox, palette, teams } = useMessages();
  const { slug, memberId, memberName } = useShop();
  const away = useAwayWords()(memberId);
  const pathname = usePathname();
  const keys = useModKey("K");
  const within = (place: string) => pathname.startsWith(`/s/${slug}/${place}`);
  return (
    <nav
      aria-label={shop.nav.main}
      className="flex min-h-0 flex-col border-line border-r bg-canvas p-2 [--avatar-gap:var(--canvas)] max-md:hidden max-lg:items-center max-lg:px-1.5"
    >
      <ShopSwitcher shops={shops} />
      <button
        type="button"
        title={palette.button}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
        className="my-1 flex min-h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-ink-3 text-label shadow-sm hover:bg-hover max-lg:size-10 max-lg:justify-center max-lg:px-0"
      >
        <Search aria-hidden="true" size={16} className="shrink-0" />
        <span className="min-w-0 grow truncate text-left max-lg:sr-only">{palette.button}</span>
        {keys ? (
          <span aria-hidden="true" className="max-lg:hidden">
            <Kbd>{keys}</Kbd>
          </span>
        ) : null}
      </button>
      <div className="min-h-0 w-full flex-1 overflow-y-auto overflow-x-hidden py-1 max-lg:grid max-lg:content-start max-lg:justify-center max-lg:gap-0.5">
        <h2 className="px-2 py-1.5 font-label text-caption text-ink-3 max-lg:sr-only">{inbox.title}</h2>
        <RailViews />
        <RailTeams />
        <RailKept />
      </div>
      <div className="w-full border-line border-t py-2 max-lg:grid max-lg:justify-center max-lg:gap-0.5">
        <NavItem href={`/s/${slug}/contacts`} icon={Users} active={within("contacts")}>
          {shop.nav.contacts}
        </NavItem>
        <NavItem href={`/s/${slug}/settings/team`} icon={Settings} active={within("settings")}>
          {shop.nav.settings}
        </NavItem>
      </div>
      <MemberMenu
        theme={theme}
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-2.5 rounded-md p-2 text-left hover:bg-active max-lg:justify-center max-lg:p-1.5"
          >
            <Avatar name={memberName} size={28} present={!away} away={away !== null} />
            <span className="grid min-w-0 grow max-lg:sr-only">
              <b className="truncate text-label">
                <bdi>{memberName}</bdi>
              </b>
              <small className="truncate text-caption text-ink-3">{away ?? teams.available}</small>
            </span>
            <Ellipsis aria-hidden="true" size={16} className="text-ink-3 max-lg:hidden" />
          </button>
        }
      />
    </nav>
  );
}
