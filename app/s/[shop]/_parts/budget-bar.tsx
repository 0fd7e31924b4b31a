"use client";

import { Flag } from "lucide-react";
import { usePathname } from "next/navigation";
import { TextLink } from "#ui/text-link";
import { classNames } from "../../../_ui/class-names";
import { useShop } from "./live-shop";

type Props = {
  /** What shoppers' reports hold back, in words; null while nothing is to be said. */
  text: string | null;
  /** Nothing goes out of what it says. */
  stopped: boolean;
  /** What the way to the settings is called. */
  link: string;
};

/** Says across the top that shoppers reported the shop and what that holds back; silent where the steps back stand. */
export function BudgetBar({ text, stopped, link }: Props) {
  const { slug } = useShop();
  const settings = `/s/${slug}/settings/reports`;
  const elsewhere = usePathname() !== settings;
  return (
    <div role="status">
      {text && elsewhere ? (
        <p
          className={classNames(
            "flex min-h-10 flex-wrap items-center gap-x-2 px-4 py-1.5 text-label forced-colors:border-b",
            stopped ? "bg-danger-soft text-danger-ink" : "bg-warning-soft text-warning-ink",
          )}
        >
          <Flag aria-hidden="true" size={16} className="shrink-0" />
          <span className="min-w-0">{text}</span>
          <TextLink href={settings} className="text-current!">
            {link}
          </TextLink>
        </p>
      ) : null}
    </div>
  );
}
