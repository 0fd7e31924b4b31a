"use client";

import type { OpenRequest } from "#lib/privacy/list-requests";
import { Badge } from "#ui/badge";
import { Card, CardHead } from "#ui/card";
import { PageLink } from "#ui/page-link";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useStanding } from "../use-standing";

/** What the shop still has to answer, the soonest due first. */
export function OpenRequests({ slug, requests }: { slug: string; requests: readonly OpenRequest[] }) {
  const { contactData } = usePeopleMessages();
  const standingOf = useStanding();
  if (requests.length === 0) return null;
  return (
    <Card aria-labelledby="open-requests">
      <CardHead id="open-requests" title={contactData.open(requests.length)} />
      <ul>
        {requests.map((request) => {
          const { words, tone } = standingOf(request);
          return (
            <li
              key={request.id}
              className="relative flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-4 py-2 hover:bg-hover"
            >
              <PageLink
                href={`/s/${slug}/contacts/${request.contactId}`}
                className="min-w-0 truncate rounded-xs font-label text-label after:absolute after:inset-0"
              >
                <bdi>{request.name || contactData.someone}</bdi>
              </PageLink>
              <span className="grow text-label text-ink-2">{contactData.kinds[request.kind]}</span>
              <Badge tone={tone}>{words}</Badge>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
