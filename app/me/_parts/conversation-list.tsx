"use client";

import { MessagesSquare } from "lucide-react";
import type { MyConversation } from "#lib/connect/list-my-conversations";
import { CountBadge } from "#ui/count-badge";
import { EmptyState } from "#ui/empty-state";
import { PageLink } from "#ui/page-link";
import { ShopLogo } from "#ui/shop-logo";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { classNames } from "../../_ui/class-names";

function useWords() {
  const { myPlace } = useMyMessages();
  return ({ last }: MyConversation): string => {
    if (!last) return myPlace.nothingYet;
    const words = last.kind === "receipt" ? myPlace.receipt : last.kind === "other" ? myPlace.file : last.text;
    if (last.mine) return myPlace.you(words);
    return last.authorName ? myPlace.by(last.authorName, words) : words;
  };
}

/** A shopper's conversations with all her shops, the latest first. */
export function ConversationList({ conversations }: { conversations: readonly MyConversation[] }) {
  const { myPlace } = useMyMessages();
  const format = useFormat();
  const wordsOf = useWords();
  if (conversations.length === 0)
    return (
      <EmptyState
        icon={<MessagesSquare aria-hidden="true" size={22} />}
        title={myPlace.noConversations}
        text={myPlace.noConversationsText}
      />
    );
  return (
    <ul>
      {conversations.map((one) => (
        <li key={one.id} className="relative flex items-center gap-3 border-line border-t px-4 py-3 hover:bg-hover">
          <ShopLogo name={one.shop.name} size={40} colour={one.shop.colour} onColour={one.shop.onColour} />
          <div className="min-w-0 grow">
            <p className="flex items-baseline justify-between gap-3">
              <PageLink
                href={`/me/with/${one.shop.slug}/${one.id}`}
                className="min-w-0 truncate rounded-xs font-semibold text-body after:absolute after:inset-0"
              >
                <bdi>{one.shop.name}</bdi>
              </PageLink>
              <time dateTime={one.lastMessageAt} className="shrink-0 text-caption text-ink-3">
                {format.stamp(one.lastMessageAt)}
              </time>
            </p>
            <p className="flex items-center justify-between gap-3">
              <bdi className={classNames("truncate text-body", one.unread > 0 ? "font-semibold" : "text-ink-2")}>
                {wordsOf(one)}
              </bdi>
              <CountBadge count={one.unread} label={myPlace.unread(one.unread)} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
