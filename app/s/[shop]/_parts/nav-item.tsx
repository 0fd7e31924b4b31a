import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { PageLink } from "#ui/page-link";
import { classNames } from "../../../_ui/class-names";

type Props = {
  href: string;
  icon?: LucideIcon;
  /** Drawn in the place of an icon. */
  mark?: ReactNode;
  active: boolean;
  trail?: ReactNode;
  children: string;
};

/** A line of the rail; between 900 and 1199 px an icon whose words stay its name. */
export function NavItem({ href, icon: Icon, mark, active, trail, children }: Props) {
  return (
    <PageLink
      href={href}
      title={children}
      {...(active ? { "aria-current": "page" } : {})}
      className={classNames(
        "relative flex min-h-7.5 items-center gap-2 rounded-md px-2 text-label hover:bg-active max-lg:size-10 max-lg:justify-center max-lg:px-0",
        active ? "bg-active font-semibold text-ink" : "font-medium text-ink-2",
      )}
    >
      {Icon ? <Icon aria-hidden="true" size={16} className={active ? "text-brand-ink" : "text-ink-3"} /> : mark}
      <span className="min-w-0 grow truncate max-lg:sr-only">{children}</span>
      {trail}
    </PageLink>
  );
}
