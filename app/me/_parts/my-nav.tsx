"use client";

import { type LucideIcon, MessagesSquare, ReceiptText, ShieldCheck } from "lucide-react";
import { PageLink } from "#ui/page-link";
import { useMyMessages } from "../../_i18n/my-language";
import { classNames } from "../../_ui/class-names";

export type MyTab = "home" | "receipts" | "permissions";

const TABS: readonly { tab: MyTab; href: string; Icon: LucideIcon }[] = [
  { tab: "home", href: "/me", Icon: MessagesSquare },
  { tab: "receipts", href: "/me/receipts", Icon: ReceiptText },
  { tab: "permissions", href: "/me/permissions", Icon: ShieldCheck },
];

const NARROW =
  "flex min-w-0 flex-col items-center justify-center gap-0.5 font-label text-micro -outline-offset-2! aria-[current=page]:text-brand-ink";
const WIDE =
  "flex min-h-11 items-center gap-2 rounded-md px-3 font-label text-label hover:bg-hover aria-[current=page]:text-brand-ink";

/** The way through the shopper's own place: a bar at the bottom of a phone, a row at the top where there is room. */
export function MyNav({ tab, wide = false }: { tab: MyTab; wide?: boolean }) {
  const { myPlace } = useMyMessages();
  return (
    <nav
      aria-label={myPlace.nav}
      className={
        wide
          ? "flex gap-1 max-md:hidden"
          : "sticky bottom-0 grid h-16 shrink-0 grid-cols-3 border-line border-t bg-surface px-1 pb-1 md:hidden"
      }
    >
      {TABS.map(({ tab: one, href, Icon }) => (
        <PageLink
          key={one}
          href={href}
          {...(one === tab ? { "aria-current": "page" as const } : {})}
          className={classNames(wide ? WIDE : NARROW, one === tab ? "" : "text-ink-3")}
        >
          <Icon aria-hidden="true" size={wide ? 18 : 22} />
          <span className="max-w-full truncate">{myPlace[one]}</span>
        </PageLink>
      ))}
    </nav>
  );
}
