import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { TextLink } from "#ui/text-link";
import { getMessages } from "../../../../_i18n/server";

/** The frame of the pages that bring contacts in: where they stand, and the way back. */
export async function ContactsImportFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const { contacts, importing } = await getMessages();
  return (
    <main id="content" className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-canvas">
      <header className="sticky top-0 z-2 flex min-h-(--h-bar) shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-6 py-2 max-md:px-4">
        <TextLink href={`/s/${slug}/contacts`} className="text-label">
          {contacts.title}
        </TextLink>
        <ChevronRight aria-hidden="true" size={14} className="text-ink-3" />
        <h1 className="type-pane min-w-0 grow truncate">{importing.import}</h1>
      </header>
      <div className="grid w-full max-w-240 grid-cols-[minmax(0,1fr)] content-start gap-4 p-6 max-md:p-4">
        {children}
      </div>
    </main>
  );
}
