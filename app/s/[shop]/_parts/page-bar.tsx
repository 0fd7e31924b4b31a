"use client";

import { Wrench } from "lucide-react";
import { usePathname } from "next/navigation";
import type { BrokenPage } from "#lib/channels/messenger/pages/load-pages";
import { TextLink } from "#ui/text-link";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "./live-shop";

/** Tells owners and admins across the top that a Page's messages do not pass; silent where they mend it. */
export function PageBar({ pages }: { pages: readonly BrokenPage[] }) {
  const { messengerSettings: texts } = useMessages();
  const { slug } = useShop();
  const settings = `/s/${slug}/settings/messenger`;
  const elsewhere = usePathname() !== settings;
  return (
    <div role="status">
      {elsewhere
        ? pages.map((page) => (
            <p
              key={page.channelId}
              className="flex min-h-10 flex-wrap items-center gap-x-2 bg-danger-soft px-4 py-1.5 text-danger-ink text-label forced-colors:border-b"
            >
              <Wrench aria-hidden="true" size={16} className="shrink-0" />
              <b>{texts.bar(page.name)}</b>
              <span>{texts.troubles[page.trouble]}</span>
              {page.paused ? <span>{texts.barPaused}</span> : null}
              <TextLink href={settings} className="text-current!">
                {texts.barLink}
              </TextLink>
            </p>
          ))
        : null}
    </div>
  );
}
