"use client";

import { CircleCheck, MessagesSquare } from "lucide-react";
import type { ContactView } from "#lib/contacts/load-contact";
import { PageLink } from "#ui/page-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { inboxPath } from "../../places";
import { DetailsSection } from "./details-section";

/** The contact's other conversations with the shop. */
export function PastConversations({ contact, conversationId }: { contact: ContactView; conversationId: string }) {
  const { inbox, contacts } = useMessages();
  const format = useFormat();
  const { slug } = useShop();
  const others = contact.conversations.filter((one) => one.id !== conversationId);
  return (
    <DetailsSection title={inbox.past}>
      {others.length === 0 ? <p className="text-caption text-ink-3">{inbox.noPast}</p> : null}
      <ul>
        {others.map(({ id, status, lastMessageAt }) => {
          const Icon = status === "closed" ? CircleCheck : MessagesSquare;
          return (
            <li key={id}>
              <PageLink
                href={inboxPath(slug, status, id)}
                className="flex min-h-6.5 items-center gap-2 rounded-xs text-ink-2 text-label hover:text-ink max-md:min-h-11"
              >
                <Icon aria-hidden="true" size={14} className="text-ink-3" />
                <span className="min-w-0 grow truncate">{contacts.conversation[status]}</span>
                <time dateTime={lastMessageAt} className="text-caption text-ink-3">
                  {format.date(lastMessageAt)}
                </time>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </DetailsSection>
  );
}
