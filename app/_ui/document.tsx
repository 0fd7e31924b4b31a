import type { ReactNode } from "react";
import { Logo } from "./logo";

type Props = {
  title: string;
  lead: string;
  updated: string;
  sections: readonly { title: string; paragraphs: readonly string[] }[];
  /** Stands at the top right: the language switch. */
  actions?: ReactNode;
};

/** A page to be read from top to bottom. */
export function Document({ title, lead, updated, sections, actions }: Props) {
  return (
    <main id="content" className="mx-auto grid max-w-170 gap-8 px-5 py-6 md:py-10">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <a href="/" className="rounded-sm">
          <Logo height={24} />
        </a>
        {actions}
      </div>
      <header className="grid gap-2">
        <h1 className="type-heading">{title}</h1>
        <p className="text-lead text-ink-2">{lead}</p>
        <p className="text-caption text-ink-3">{updated}</p>
      </header>
      {sections.map((section) => (
        <section key={section.title} className="grid gap-2">
          <h2 className="type-pane">{section.title}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph} className="text-pretty text-[0.9375rem] leading-[1.6] text-ink-2">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </main>
  );
}
