"use client";

import type { FieldView } from "#lib/contacts/fields/list-fields";
import type { ContactRow } from "#lib/contacts/list-contacts";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { Avatar } from "#ui/avatar";
import { Checkbox } from "#ui/checkbox";
import { PageLink } from "#ui/page-link";
import { Table, Td, Th, Tr } from "#ui/table";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { NameMark } from "../../_parts/name-mark";
import { useName } from "../../use-name";
import { FieldValue } from "../about/field-value";
import { PermissionCell } from "./permission-cell";

type Props = {
  slug: string;
  rows: readonly ContactRow[];
  fields: readonly FieldView[];
  chosen: ReadonlyMap<string, ContactRow>;
  onChoose: (rows: readonly ContactRow[], on: boolean) => void;
};

function Who({ slug, row }: { slug: string; row: ContactRow }) {
  const name = useName()(row);
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={row.name.trim() || null} size={32} {...(row.channel ? { channel: row.channel } : {})} />
      <span className="grid min-w-0">
        <span className="flex min-w-0 items-center gap-1.5">
          <PageLink
            href={`/s/${slug}/contacts/${row.id}`}
            className="truncate rounded-xs font-semibold after:absolute after:inset-0 hover:underline"
            title={name}
          >
            <bdi>{name}</bdi>
          </PageLink>
          <NameMark caution={row.caution} />
        </span>
        {row.city ? <span className="truncate text-caption text-ink-3">{row.city}</span> : null}
      </span>
    </span>
  );
}

function LastSeen({ row }: { row: ContactRow }) {
  const { contactTable } = usePeopleMessages();
  const format = useFormat();
  return row.seen ? <time dateTime={row.lastSeenAt}>{format.ago(row.lastSeenAt)}</time> : contactTable.notSeen;
}

/** How many of the shop's fields have a column; the rest stand with the contact. */
const MOST_FIELDS_SHOWN = 2;

/** Contacts and what each allows: a table where there is room, a list of cards where not. */
export function ContactTable({ slug, rows, fields, chosen, onChoose }: Props) {
  const { contacts, permissions } = useMessages();
  const { contactTable } = usePeopleMessages();
  const format = useFormat();
  const nameOf = useName();
  const shown = fields.slice(0, MOST_FIELDS_SHOWN);
  const inField = (row: ContactRow, { id, ...shape }: FieldView) => {
    const value = row.fields[id];
    return value ? <FieldValue shape={shape} value={value} /> : null;
  };
  const here = rows.filter(({ id }) => chosen.has(id)).length;
  const tick = (row: ContactRow) => (
    <span className="relative z-1 inline-flex align-middle">
      <Checkbox
        aria-label={contactTable.choose(nameOf(row))}
        checked={chosen.has(row.id)}
        onChange={(event) => onChoose([row], event.currentTarget.checked)}
      />
    </span>
  );
  return (
    <>
      <div className="max-md:hidden">
        <Table label={contacts.title}>
          <thead>
            <tr>
              <Th className="w-10">
                <Checkbox
                  aria-label={contactTable.choosePage}
                  checked={here === rows.length}
                  mixed={here > 0 && here < rows.length}
                  onChange={(event) => onChoose(rows, event.currentTarget.checked)}
                />
              </Th>
              <Th>{contacts.name}</Th>
              {PURPOSE_LIST.map((purpose) => (
                <Th key={purpose}>{permissions.names[purpose]}</Th>
              ))}
              {shown.map(({ id, name }) => (
                <Th key={id} className="max-xl:hidden">
                  <bdi>{name}</bdi>
                </Th>
              ))}
              <Th className="text-right! max-lg:hidden">{contacts.orders}</Th>
              <Th className="text-right! max-lg:hidden">{contactTable.spent}</Th>
              <Th className="text-right!">{contacts.lastSeen}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id} selected={chosen.has(row.id)} className="relative">
                <Td>{tick(row)}</Td>
                <Td>
                  <Who slug={slug} row={row} />
                </Td>
                {PURPOSE_LIST.map((purpose) => (
                  <Td key={purpose}>
                    <PermissionCell permission={row.permissions[purpose]} />
                  </Td>
                ))}
                {shown.map((field) => (
                  <Td key={field.id} className="max-w-40 truncate max-xl:hidden">
                    {inField(row, field)}
                  </Td>
                ))}
                <Td numeric className="max-lg:hidden">
                  {format.number(row.orders)}
                </Td>
                <Td numeric className="whitespace-nowrap max-lg:hidden">
                  {row.spent ? format.money(row.spent.minor, row.spent.currency) : null}
                </Td>
                <Td numeric className="whitespace-nowrap text-ink-3">
                  <LastSeen row={row} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="md:hidden">
        {rows.map((row) => (
          <li key={row.id} className="relative grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="flex min-w-0 items-center gap-3">
                {tick(row)}
                <Who slug={slug} row={row} />
              </span>
              <span className="text-caption text-ink-3">
                <LastSeen row={row} />
              </span>
            </span>
            <dl className="grid gap-1 text-label">
              {PURPOSE_LIST.map((purpose) => (
                <div key={purpose} className="flex flex-wrap justify-between gap-x-3">
                  <dt className="text-ink-2">{permissions.names[purpose]}</dt>
                  <dd>
                    <PermissionCell permission={row.permissions[purpose]} />
                  </dd>
                </div>
              ))}
              {shown.map((field) =>
                row.fields[field.id] ? (
                  <div key={field.id} className="flex flex-wrap justify-between gap-x-3">
                    <dt className="text-ink-2">
                      <bdi>{field.name}</bdi>
                    </dt>
                    <dd className="min-w-0 [overflow-wrap:anywhere]">{inField(row, field)}</dd>
                  </div>
                ) : null,
              )}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
