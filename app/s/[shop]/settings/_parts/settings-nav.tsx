"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export type SettingsSection = { href: string; label: string; icon: ReactNode };

const reveal = (link: HTMLElement | null) => link?.scrollIntoView({ block: "nearest", inline: "nearest" });

/** The sections of the settings; on a phone a row that scrolls to the one that is open. */
export function SettingsNav({ sections, label }: { sections: readonly SettingsSection[]; label: string }) {
  const path = usePathname();
  return (
    <nav
      aria-label={label}
      className="relative shrink-0 border-line p-2 max-md:overflow-x-auto max-md:border-b md:w-54 md:border-r md:py-4"
    >
      <ul className="flex gap-0.5 md:flex-col">
        {sections.map((section) => (
          <li key={section.href}>
            <Link
              href={section.href}
              {...(path.startsWith(section.href) ? { "aria-current": "page", ref: reveal } : {})}
              className="flex min-h-7.5 items-center gap-2 whitespace-nowrap rounded-md px-2 font-medium text-ink-2 text-label hover:bg-active focus-visible:-outline-offset-2 aria-[current=page]:bg-active aria-[current=page]:font-semibold aria-[current=page]:text-ink max-md:min-h-11 [&_svg]:text-ink-3 aria-[current=page]:[&_svg]:text-brand-ink"
            >
              {section.icon}
              {section.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
