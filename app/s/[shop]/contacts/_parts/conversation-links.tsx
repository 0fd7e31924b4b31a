"use client";

import type { ContactView } from "#lib/contacts/load-contact";
import { PageLink } from "#ui/page-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { inboxPath } from "../../places";

/** A contact's conversations, the latest first. */
export function ConversationLinks({ slug, contact }: { slug: string; contact: ContactView }) {
  const { contacts, common } = useMessages();
  const format = useFormat();
  if (contact.conversations.length === 0)
    return <p className="px-4 pb-4 text-caption text-ink-3">{contacts.noConversations}</p>;
  return (
    <ul className="px-2 pb-2">
      {contact.conversations.map(({ id, status, channel, lastMessageAt }) => (
        <li key={id}>
          <PageLink
            href={inboxPath(slug, status, id)}
            className="flex min-h-9 items-center justify-between gap-3 rounded-md px-2 text-label hover:bg-hover max-md:min-h-11"
          >
            <span>
              {contacts.conversation[status]} · {common.channels[channel]}
            </span>
            <time dateTime={lastMessageAt} className="text-caption text-ink-3">
              {format.dayAndTime(lastMessageAt)}
            </time>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
