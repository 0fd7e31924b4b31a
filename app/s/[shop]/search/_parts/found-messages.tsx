"use client";

import { Lock } from "lucide-react";
import type { FoundMessages as Found, FoundConversation, Passage } from "#lib/conversations/search-messages";
import { Avatar } from "#ui/avatar";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { PageLink } from "#ui/page-link";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { inboxPath } from "../../places";
import { firstNameOf, useName } from "../../use-name";
import { Marked } from "./marked";

/** Lines of one conversation; the rest is read there. */
const MOST_LINES = 3;

function Line({ passage, contactName }: { passage: Passage; contactName: string }) {
  const { search, inbox, inboxMessenger } = useMessages();
  const author = passage.author === "contact" ? contactName : (passage.authorName ?? inbox.automatic);
  const plain =
    passage.kind === "receipt"
      ? search.receipt
      : passage.attachment
        ? inboxMessenger.parts[passage.attachment]
        : search.card;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5 text-body text-ink-2">
      {passage.kind === "note" ? (
        <>
          <Lock aria-hidden="true" size={13} className="shrink-0 translate-y-0.5 text-note-ink" />
          <span className="sr-only">{search.note} </span>
        </>
      ) : null}
      <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        <bdi className="text-ink-3">{search.by(firstNameOf(author))}</bdi>{" "}
        {passage.pieces.length > 0 ? <Marked pieces={passage.pieces} /> : plain}
      </span>
    </span>
  );
}

function Conversation({ found }: { found: FoundConversation }) {
  const { search, common } = useMessages();
  const format = useFormat();
  const { slug } = useShop();
  const name = useName()(found.contact);
  const { status, passages } = found;
  const [best] = passages;
  return (
    <li>
      <PageLink
        href={inboxPath(slug, status, found.conversationId, "newest", best?.messageId)}
        className="-outline-offset-2! grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-4 py-3 hover:bg-hover @max-[15rem]/app:grid-cols-[minmax(0,1fr)]"
      >
        <span className="@max-[15rem]/app:hidden">
          <Avatar name={found.contact.name.trim() || null} size={36} channel={found.channel} />
        </span>
        <span className="grid min-w-0 gap-0.5">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <bdi className="min-w-0 truncate font-heading text-body">{name}</bdi>
            <span className="grow text-caption text-ink-3">
              {common.channels[found.channel]} · {search.status[status]}
            </span>
            {best ? (
              <time dateTime={best.at} className="text-caption text-ink-3 tabular-nums">
                {format.stamp(best.at)}
              </time>
            ) : null}
          </span>
          {passages.slice(0, MOST_LINES).map((passage) => (
            <Line key={passage.messageId} passage={passage} contactName={name} />
          ))}
        </span>
      </PageLink>
    </li>
  );
}

type Props = { found: Found; inThem: string; busy: boolean; onMore: () => void };

/** The conversations that hold what was searched, with the passages. */
export function FoundMessages({ found, inThem, busy, onMore }: Props) {
  const { search } = useMessages();
  return (
    <Card className="overflow-hidden">
      <CardHead
        title={search.messages}
        actions={
          <span className="text-caption text-ink-3">
            {search.found(found.found, inThem)} · {search.ignored}
          </span>
        }
      />
      <ul className="divide-y divide-line border-line border-t">
        {found.conversations.map((conversation) => (
          <Conversation
            key={`${conversation.conversationId} ${conversation.passages[0]?.messageId}`}
            found={conversation}
          />
        ))}
      </ul>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-line border-t px-4 py-2 text-caption text-ink-3">
        {found.next ? (
          <Button size="sm" busy={busy} onClick={onMore}>
            {search.more}
          </Button>
        ) : null}
        <span className="ml-auto">{search.bestFirst}</span>
      </div>
    </Card>
  );
}
