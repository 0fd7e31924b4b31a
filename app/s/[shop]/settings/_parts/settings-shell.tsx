import type { ReactNode } from "react";
import { SettingsNav, type SettingsSection } from "./settings-nav";

type Props = {
  /** "Settings", the heading of the page. */
  title: string;
  /** Which part: "Team". */
  part: string;
  /** What navigation there is; with one section none is drawn. */
  sections: readonly SettingsSection[];
  navLabel: string;
  /** The one primary action, at the end of the top bar. */
  action?: ReactNode;
  children: ReactNode;
};

/** A settings page: top bar, the list of sections, and the section. */
export function SettingsShell({ title, part, sections, navLabel, action, children }: Props) {
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-(--h-bar) flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-4 py-1.5 md:px-6">
        <h1 className="type-pane flex min-w-0 grow flex-wrap items-baseline gap-x-3">
          {title}
          <span className="font-normal text-ink-3 text-label tracking-normal">{part}</span>
        </h1>
        {action}
      </header>
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        {sections.length > 1 ? <SettingsNav sections={sections} label={navLabel} /> : null}
        <div className="relative grid min-w-0 flex-1 auto-rows-max grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-y-auto p-4 md:px-6">
          {children}
        </div>
      </div>
    </div>
  );
}
