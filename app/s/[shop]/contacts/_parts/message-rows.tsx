"use client";

import type { ReactNode } from "react";
import { TextLink } from "#ui/text-link";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { inboxPath } from "../../places";
import { firstNameOf, useName } from "../../use-name";

/** A contact, where her message goes or would go, and what is said of it. */
export type MessageRow = { contactId: string; conversationId: string | null; name: string; says: ReactNode };

type Props = { slug: string; title: string; rows: readonly MessageRow[]; more?: ReactNode };

/** Contacts with what is said of each, and the way to what is still allowed with her; nothing where there are none. */
export function MessageRows({ slug, title, rows, more }: Props) {
  const { contactTable } = usePeopleMessages();
  const nameOf = useName();
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-label text-label">{title}</h3>
      <ul className="grid max-h-60 gap-2 overflow-y-auto rounded-md border border-line px-3 py-2 text-label">
        {rows.map((row) => {
          const name = nameOf(row);
          const { contactId, conversationId, says } = row;
          return (
            <li key={contactId} className="grid gap-0.5">
              <b className="font-semibold">
                <bdi>{name}</bdi>
              </b>
              <span className="text-ink-2">{says}</span>
              <TextLink
                href={conversationId ? inboxPath(slug, "open", conversationId) : `/s/${slug}/contacts/${contactId}`}
                className="w-fit"
              >
                {conversationId
                  ? contactTable.message.seeThread(firstNameOf(name))
                  : contactTable.message.seeContact(firstNameOf(name))}
              </TextLink>
            </li>
          );
        })}
      </ul>
      {more}
    </section>
  );
}
