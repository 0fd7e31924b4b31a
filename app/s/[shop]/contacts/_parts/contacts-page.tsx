import { Search, Upload, Users } from "lucide-react";
import Form from "next/form";
import { type ReactNode, Suspense } from "react";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import { SEARCH_MAX } from "#lib/contacts/filter-choices";
import type { ContactRow } from "#lib/contacts/list-contacts";
import type { BulkMessageView } from "#lib/conversations/bulk-messages/bulk-message-row";
import type { OpenRequest } from "#lib/privacy/list-requests";
import { ButtonLink } from "#ui/button-link";
import { EmptyState } from "#ui/empty-state";
import { Input } from "#ui/input";
import { getMessages } from "../../../../_i18n/server";
import { contactsPath } from "../contacts-query";
import { ContactBoard } from "./contact-board";
import { ContactFilters } from "./contact-filters";
import { ExportAll } from "./export-all";
import { LoginLink } from "./login-link";
import { OpenRequests } from "./open-requests";

type Props = {
  slug: string;
  filter: ContactFilter;
  rows: readonly ContactRow[];
  /** How many the filter means, told once it is counted. */
  howMany: ReactNode;
  next: string | null;
  /** Whether this is the first page. */
  first: boolean;
  /** What was asked about contacts' data and is not answered yet. */
  requests: readonly OpenRequest[];
  /** The fields that members fill in, in their order. */
  fields: readonly FieldView[];
  /** Whether contacts may leave the shop and come into it as a file. */
  mayExport: boolean;
  /** Where shoppers log in and choose what the shop may send. */
  loginLink: string;
  /** The message to many contacts that is shown to this member. */
  bulkMessage: BulkMessageView | null;
};

/** Everyone a shop knows by name, and what they allow. */
export async function ContactsPage({
  slug,
  filter,
  rows,
  howMany,
  next,
  first,
  requests,
  fields,
  mayExport,
  loginLink,
  bulkMessage,
}: Props) {
  const { contacts, contactTable, common } = await getMessages();
  const { search = "", ...narrowing } = filter;
  const everyone = contactsPath(slug, {});
  const everyoneLike = contactsPath(slug, filter);
  const narrowed = search !== "" || Object.keys(narrowing).length > 0;
  const nothing = narrowed ? (
    <EmptyState
      icon={<Search aria-hidden="true" size={22} />}
      title={search ? contacts.noneFound(search) : contacts.noneLike}
      action={<ButtonLink href={everyone}>{contacts.showAll}</ButtonLink>}
    />
  ) : (
    <EmptyState icon={<Users aria-hidden="true" size={22} />} title={contacts.emptyTitle} text={contacts.emptyText} />
  );
  const pager =
    first && !next ? null : (
      <nav aria-label={contacts.title} className="flex justify-end gap-2 border-line border-t px-4 py-2.5">
        {first ? null : <ButtonLink href={contactsPath(slug, filter)}>{contacts.back}</ButtonLink>}
        {next ? <ButtonLink href={contactsPath(slug, filter, next)}>{common.nextPage}</ButtonLink> : null}
      </nav>
    );
  return (
    <main id="content" className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-canvas">
      <header className="sticky top-0 z-2 flex min-h-(--h-bar) shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-6 py-2 max-md:px-4">
        <h1 className="type-pane">{contacts.title}</h1>
        <p className="grow text-ink-3 text-label tabular-nums">
          <Suspense key={everyoneLike} fallback={null}>
            {howMany}
          </Suspense>
        </p>
        {mayExport ? (
          <ButtonLink href={`/s/${slug}/contacts/import`} icon={<Upload aria-hidden="true" size={16} />}>
            {contactTable.import}
          </ButtonLink>
        ) : null}
        {mayExport && rows.length > 0 ? <ExportAll slug={slug} filter={filter} /> : null}
        <LoginLink url={loginLink} />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-6 max-md:p-4">
        <OpenRequests slug={slug} requests={requests} />
        <div className="flex flex-wrap items-center gap-2">
          <Form action={everyone} role="search" className="w-70 max-w-full">
            {Object.entries(narrowing).map(([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ))}
            <Input
              key={search}
              type="search"
              name="q"
              defaultValue={search}
              maxLength={SEARCH_MAX}
              aria-label={contacts.searchLabel}
              placeholder={contacts.searchPlaceholder}
              lead={<Search aria-hidden="true" size={16} />}
            />
          </Form>
          <ContactFilters slug={slug} filter={filter} fields={fields} />
        </div>
        <ContactBoard
          slug={slug}
          filter={filter}
          rows={rows}
          fields={fields}
          pager={pager}
          mayExport={mayExport}
          bulkMessage={bulkMessage}
          nothing={nothing}
        />
      </div>
    </main>
  );
}
