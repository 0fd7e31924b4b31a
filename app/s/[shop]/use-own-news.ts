"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { type Gathered, gatherGiven } from "#lib/conversations/push/gather-given";
import type { GivenNews } from "#lib/conversations/push/given-news";
import type { KeyedStore } from "#lib/core/keyed-store";
import { shopChannel } from "#lib/realtime/channels";
import { notify } from "#ui/toast";
import { useMessages } from "../../_i18n/language";
import { serverNow } from "../../_i18n/use-instant";
import { useChannel } from "../../_realtime/use-channel";
import { HERE } from "./commands";
import { inboxPath } from "./places";
import { firstNameOf } from "./use-name";
import type { Telling } from "./use-tell";

type Mention = { conversationId: string; messageId: string; memberId: string; by: string };
type Facts = { id: string; slug: string; memberId: string };

/** How old what is told may be, in milliseconds: what is repeated later is no news. */
const FRESH_MS = 60_000;

/**
 * Tells the member when a colleague names her in a note or she is given conversations, once, with the way there: nothing
 * of what she sees happen in the thread before her, and nothing in her quiet times.
 */
export function useOwnNews({ id, slug, memberId }: Facts, open: KeyedStore<string | null>, telling: Telling): void {
  const { inbox, notices } = useMessages();
  const router = useRouter();
  const told = useRef(new Set<string>());
  const given = useRef<Gathered | null>(null);

  const isNews = (news: Omit<Mention, "by">) => {
    if (news.memberId !== memberId || told.current.has(news.messageId)) return false;
    told.current.add(news.messageId);
    const isSeen = open.get(HERE) === news.conversationId && document.visibilityState === "visible";
    return !isSeen;
  };
  const tell = (text: string, key: string, path: string) => {
    telling.away({ title: text, body: "", tag: key });
    if (telling.quiet()) return;
    if (document.visibilityState === "visible") telling.sound();
    notify(text, { key, link: { label: inbox.notes.open, run: () => router.push(path) } });
  };
  useChannel<Mention & GivenNews>(
    shopChannel(id),
    {
      "member.mentioned": (mention) => {
        if (!isNews(mention)) return;
        const path = inboxPath(slug, "open", mention.conversationId);
        tell(inbox.notes.mentioned(firstNameOf(mention.by)), mention.messageId, path);
      },
      "member.given": (news) => {
        if (!isNews(news) || serverNow() - Date.parse(news.at) > FRESH_MS) return;
        const all = gatherGiven(given.current, news, Date.now());
        given.current = all;
        const by = all.by ? notices.givenBy(firstNameOf(all.by), all.ids.length) : null;
        const text = by ?? (all.team ? notices.givenInTurn(all.team, all.ids.length) : notices.given(all.ids.length));
        tell(text, "given", inboxPath(slug, "mine", all.ids.length === 1 ? news.conversationId : undefined));
      },
    },
    () => undefined,
  );
}
