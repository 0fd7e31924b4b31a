import { Search, Users } from "lucide-react";
import Form from "next/form";
import type { ContactRow } from "#lib/contacts/list-contacts";
import type { OpenRequest } from "#lib/privacy/list-requests";
import { ButtonLink } from "#ui/button-link";
import { Card } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { Input } from "#ui/input";
import { getMessages } from "../../../../_i18n/server";
import { ContactTable } from "./contact-table";
import { OpenRequests } from "./open-requests";

type Props = {
  slug: string;
  search: string;
  rows: readonly ContactRow[];
  next: string | null;
  /** Whether this is the first page. */
  first: boolean;
  /** What was asked about contacts' data and is not answered yet. */
  requests: readonly OpenRequest[];
};

function pagePath(slug: string, query: Record<string, string>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  return `/s/${slug}/contacts${filled.length > 0 ? `?${new URLSearchParams(filled)}` : ""}`;
}

/** Everyone a shop knows by name, and what they allow. */
export async function ContactsPage({ slug, search, rows, next, first, requests }: Props) {
  const { contacts, common } = await getMessages();
  const everyone = pagePath(slug, {});
  const nothing = search ? (
    <EmptyState
      icon={<Search aria-hidden="true" size={22} />}
      title={contacts.noneFound(search)}
      action={<ButtonLink href={everyone}>{contacts.showAll}</ButtonLink>}
    />
  ) : (
    <EmptyState icon={<Users aria-hidden="true" size={22} />} title={contacts.emptyTitle} text={contacts.emptyText} />
  );
  return (
    <main id="content" className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-canvas">
      <header className="sticky top-0 z-2 flex min-h-(--h-bar) shrink-0 items-center border-line border-b bg-surface px-6 max-md:px-4">
        <h1 className="type-pane">{contacts.title}</h1>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-6 max-md:p-4">
        <OpenRequests slug={slug} requests={requests} />
        <Form action={everyone} role="search" className="max-w-70">
          <Input
            key={search}
            type="search"
            name="q"
            defaultValue={search}
            maxLength={100}
            aria-label={contacts.searchLabel}
            placeholder={contacts.searchPlaceholder}
            lead={<Search aria-hidden="true" size={16} />}
          />
        </Form>
        <Card className="overflow-hidden">
          {rows.length === 0 ? nothing : <ContactTable slug={slug} rows={rows} />}
          {first && !next ? null : (
            <nav aria-label={contacts.title} className="flex justify-end gap-2 border-line border-t px-4 py-2.5">
              {first ? null : <ButtonLink href={pagePath(slug, { q: search })}>{contacts.back}</ButtonLink>}
              {next ? (
                <ButtonLink href={pagePath(slug, { q: search, cursor: next })}>{common.nextPage}</ButtonLink>
              ) : null}
            </nav>
          )}
        </Card>
      </div>
    </main>
  );
}
