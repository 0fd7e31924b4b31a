"use client";

import { ExternalLink, MapPin, Signpost } from "lucide-react";
import { cameBy } from "#lib/conversations/came-from";
import { coordinatesOf, mapOf } from "#lib/conversations/locations";
import { webAddress } from "#lib/conversations/template-cards";
import type { MessageView } from "#lib/conversations/view-message";
import { useMessages } from "../../../../_i18n/language";

type Payload = NonNullable<MessageView["payload"]>;

/** Where she came from, before the message she came with. */
export function Referral({ referral }: { referral: NonNullable<Payload["referral"]> }) {
  const { inboxMessenger } = useMessages();
  return (
    <p className="mb-0.5 flex max-w-full items-baseline gap-1.5 px-0.5 text-caption text-ink-3">
      <Signpost aria-hidden="true" size={12} className="shrink-0 translate-y-0.5" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {inboxMessenger.cameFrom[cameBy(referral)]}
        {referral.ref ? <bdi> · {referral.ref}</bdi> : null}
      </span>
    </p>
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}

/** Links and posts that were shared without a file. */
export function SharedLinks({ shared }: { shared: NonNullable<Payload["shared"]> }) {
  const { common, inboxMessenger } = useMessages();
  return shared.map(({ title, url }, place) => {
    const href = webAddress(url);
    const words = title || (href ? hostOf(href) : (url ?? inboxMessenger.parts.file));
    const key = `${place} ${url}`;
    return href ? (
      <a
        key={key}
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="mt-0.5 grid w-64 max-w-full rounded-bubble border border-line-strong bg-surface px-3 py-2 hover:bg-hover"
      >
        <bdi className="truncate font-medium text-label">{words}</bdi>
        <span className="flex items-center gap-1 text-caption text-ink-3">
          <ExternalLink aria-hidden="true" size={12} className="shrink-0" />
          <span className="truncate">{hostOf(href)}</span>
          <span className="sr-only"> ({common.newTab})</span>
        </span>
      </a>
    ) : (
      <p key={key} className="mt-0.5 rounded-bubble border border-line px-3 py-2 text-ink-2 text-label">
        {words}
      </p>
    );
  });
}

/** Places on the map: what is known of each, and the way to a map, which nothing here asks for by itself. */
export function Locations({ locations }: { locations: NonNullable<Payload["locations"]> }) {
  const { common, inboxMessenger } = useMessages();
  return locations.map((location) => (
    <a
      key={coordinatesOf(location)}
      href={mapOf(location)}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="mt-0.5 grid w-64 max-w-full grid-cols-[auto_minmax(0,1fr)] gap-x-2 rounded-bubble border border-line-strong bg-surface px-3 py-2 hover:bg-hover"
    >
      <MapPin aria-hidden="true" size={18} className="row-span-3 text-ink-3" />
      <bdi className="truncate font-medium text-label" title={location.title ?? undefined}>
        {location.title?.trim() || inboxMessenger.place}
      </bdi>
      <span className="text-caption text-ink-3 tabular-nums">{coordinatesOf(location)}</span>
      <span className="flex items-center gap-1 text-brand-ink text-caption">
        {inboxMessenger.openMap}
        <ExternalLink aria-hidden="true" size={12} className="shrink-0" />
        <span className="sr-only"> ({common.newTab})</span>
      </span>
    </a>
  ));
}

/** The answers that were offered with a message, to be read here. */
export function QuickReplies({ replies }: { replies: NonNullable<Payload["quickReplies"]> }) {
  const { inboxMessenger } = useMessages();
  return (
    <ul aria-label={inboxMessenger.canTap} className="mt-1 flex max-w-full flex-wrap justify-end gap-1">
      {replies.map(({ title, payload }) => (
        <li
          key={`${title} ${payload}`}
          className="max-w-full truncate rounded-full border border-brand-line px-2.5 py-0.5 text-brand-ink text-caption"
        >
          {title}
        </li>
      ))}
    </ul>
  );
}
