"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useMessages } from "../../_i18n/language";
import { serverNow } from "../../_i18n/use-instant";
import { useTeamsOf } from "./_parts/teams-provider";
import type { ShopFeed } from "./shop-feed";
import { useToldStill } from "./use-notice-choice";
import type { Telling } from "./use-tell";

/** Tells of shoppers' messages that come while nobody looks at this window, if they are hers to answer. */
export function useNotices(feed: ShopFeed, memberId: string, { away }: Telling): void {
  const teams = useTeamsOf(memberId);
  const { inbox } = useMessages();
  useToldStill();
  const told = useRef(new Map<string, string>());

  const tell = useEffectEvent((row: ConversationRow) => {
    const at = row.lastContactAt;
    const before = told.current.get(row.id) ?? "";
    if (!at || at <= before) return;
    told.current.set(row.id, at);
    const fresh = row.unread > 0 && serverNow() - Date.parse(at) < 60_000;
    const { assignee, team } = row;
    const ours = team === null || teams.some(({ id }) => id === team.id);
    const mine = assignee ? assignee.memberId === memberId : ours;
    if (!fresh || !mine) return;
    const title = row.contact.name.trim() || inbox.visitor;
    away({ title, body: row.lastMessage?.preview ?? "", tag: row.id });
  });
  useEffect(() => {
    const rows = (changed: readonly ConversationRow[]) => {
      for (const row of changed) tell(row);
    };
    return feed.listen({ rows, tooMuch: () => undefined });
  }, [feed]);
}
