"use client";

import { Wrench } from "lucide-react";
import { usePathname } from "next/navigation";
import { TextLink } from "#ui/text-link";
import { useShop } from "./live-shop";

type Props = {
  /** Each Page in words: what is wrong with it, and whether its messages wait. */
  pages: readonly { channelId: string; title: string; trouble: string; waiting: string | null }[];
  /** What the way to the settings is called. */
  link: string;
};

/** Tells owners and admins across the top that a Page's messages do not pass; silent where they mend it. */
export function PageBar({ pages, link }: Props) {
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
              <b>{page.title}</b>
              <span>{page.trouble}</span>
              {page.waiting ? <span>{page.waiting}</span> : null}
              <TextLink href={settings} className="text-current!">
                {link}
              </TextLink>
            </p>
          ))
        : null}
    </div>
  );
}
