"use client";

import type { ReactNode } from "react";
import type { ContactView } from "#lib/contacts/load-contact";
import { formatIn } from "#lib/i18n/format";
import { Avatar } from "#ui/avatar";
import { type Channel, ChannelGlyph } from "#ui/channel-glyph";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useName } from "../use-name";
import { cautionWords } from "./caution-words";

function languageName(locale: string, spoken: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(spoken) ?? spoken;
}

function Way({ channel, name, when }: { channel: Channel; name: string; when: string }) {
  return (
    <li className="flex min-h-6 items-center gap-2 text-ink-2 text-label">
      <ChannelGlyph channel={channel} className="size-4.5 shrink-0" />
      <span className="min-w-0 grow truncate">
        <bdi>{name}</bdi>
      </span>
      <span className="shrink-0 text-caption text-ink-3">{when}</span>
    </li>
  );
}

/** Who a contact is: name, place, the time there, language, and the ways to reach them. `edit` is how they are changed. */
export function ContactHead({ contact, edit }: { contact: ContactView; edit?: ReactNode }) {
  const messages = useMessages();
  const { contacts, inbox, common } = messages;
  const format = useFormat();
  const name = useName()(contact);
  const there = contact.timeZone ? formatIn(format.locale, contact.timeZone, format.now) : null;
  const facts = [
    contact.city,
    there ? inbox.localTime(there.time(format.now())) : null,
    contact.locale ? languageName(format.locale, contact.locale) : null,
  ].filter((fact) => fact !== null);
  const [main] = contact.channels;
  return (
    <>
      <div className="flex items-center gap-3">
        <Avatar name={contact.name.trim() || null} size={48} {...(main ? { channel: main.kind } : {})} />
        <div className="min-w-0 grow">
          <p className="type-pane break-words">
            <bdi>{name}</bdi>
          </p>
          <p className="text-caption text-ink-3">
            {(contact.imported ? contacts.imported : contact.signedIn ? contacts.since : contacts.firstSeen)(
              format.fullDate(contact.createdAt),
            )}
            {contact.filledAt ? ` · ${contacts.filled(format.fullDate(contact.filledAt))}` : null}
          </p>
        </div>
        {edit}
      </div>
      {contact.caution ? (
        <p className="mt-2 text-caption text-danger-ink">{cautionWords(messages, contact.caution)}</p>
      ) : null}
      {facts.length > 0 ? <p className="mt-2 text-caption text-ink-3">{facts.join(" · ")}</p> : null}
      <ul className="mt-1.5">
        {contact.channels.map((way) => (
          <Way key={way.kind} channel={way.kind} name={common.channels[way.kind]} when={format.ago(way.lastSeenAt)} />
        ))}
        {contact.signedIn ? <Way channel="facebook" name={name} when={inbox.signedIn} /> : null}
      </ul>
      {contact.email ? (
        <p className="mt-1 truncate text-ink-2 text-label" title={contact.email}>
          <bdi>{contact.email}</bdi>
        </p>
      ) : null}
    </>
  );
}
