"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type CountsView, newerCounts } from "#lib/conversations/counts";
import type { SavedReplyView } from "#lib/conversations/list-saved-replies";
import { boxOf, type Draft } from "#lib/conversations/outbox";
import type { SendActions } from "#lib/conversations/send-actions/no-actions";
import type { TagView } from "#lib/conversations/tags/list-tags";
import { applyToTimeline, type Timeline } from "#lib/conversations/timeline";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { SavedView } from "#lib/conversations/views/list-views";
import { KeyedStore } from "#lib/core/keyed-store";
import type { Problem } from "#lib/http/outcome";
import { shopChannel } from "#lib/realtime/channels";
import type { Role } from "#lib/shops/actor";
import { useChannel } from "../../../_realtime/use-channel";
import type { Command } from "../commands";
import { DraftKeeper, type SaveDraftAction } from "../draft-keeper";
import { ShopFeed } from "../shop-feed";
import { Uploads } from "../uploads";
import { type AfterActions, useAfterSending } from "../use-after-sending";
import { useEveryMinute } from "../use-every-minute";
import { useNewBuild } from "../use-new-build";
import { useNotices } from "../use-notices";
import { type OutboxControls, type Senders, useOutbox } from "../use-outbox";
import { useOwnNews } from "../use-own-news";
import { useRefresh } from "../use-refresh";
import { useTell } from "../use-tell";
import { useUnsaved } from "../use-unsaved";

/** Of the conversations seen since the page was loaded, how many are held ready. */
const THREADS_HELD = 100;

export type ShopFacts = {
  id: string;
  slug: string;
  name: string;
  colour: string;
  /** ISO 4217. */
  currency: string;
  memberId: string;
  memberName: string;
  role: Role;
};

/** Takes a refused text back into the box it was written in; false when something else stands there by now. */
export type TakeBack = (draft: Draft, problem: Problem) => boolean;

type LiveShopValue = ShopFacts & {
  feed: ShopFeed;
  threads: KeyedStore<Timeline>;
  /** By box: who takes a refused text back. */
  takeBack: Map<string, TakeBack>;
  drafts: DraftKeeper;
  savedReplies: KeyedStore<readonly SavedReplyView[]>;
  /** By conversation: the saved reply that the palette wants in the answer written there; null once it is, or it is left. */
  wantedReply: KeyedStore<SavedReplyView | null>;
  /** By box: what is done with the conversation when what is written there goes. */
  sendActions: KeyedStore<SendActions>;
  /** The id of the open conversation, and what can be done with it, for the palette. */
  openConversation: KeyedStore<string | null>;
  commands: KeyedStore<readonly Command[]>;
  uploads: Uploads;
  /** Reads what the server drew anew. */
  refresh: () => void;
};

const ShopContext = createContext<LiveShopValue | null>(null);
const CountsContext = createContext<CountsView | null>(null);
const TagsContext = createContext<readonly TagView[]>([]);
const ViewsContext = createContext<readonly SavedView[]>([]);
const OutboxContext = createContext<OutboxControls | null>(null);

type Props = {
  facts: ShopFacts;
  counts: CountsView;
  tags: readonly TagView[];
  views: readonly SavedView[];
  since: string;
  senders: Senders;
  after: AfterActions;
  saveDraft: SaveDraftAction;
  children: ReactNode;
};

/** What every page of a shop shares: its live changes, its counts, and the messages not stored yet. */
export function LiveShop({ facts, counts: loaded, tags, views, since, senders, after, saveDraft, children }: Props) {
  const unsaved = useUnsaved();
  const { refresh, afterSilence } = useRefresh(unsaved);
  const [counts, setCounts] = useState(loaded);
  const newer = (next: CountsView) => setCounts((held) => newerCounts(held, next));
  const [uploads] = useState(() => new Uploads(facts.slug, facts.memberId));
  const [value] = useState<LiveShopValue>(() => ({
    ...facts,
    feed: new ShopFeed(facts.slug, since, newer),
    threads: new KeyedStore<Timeline>(THREADS_HELD),
    takeBack: new Map(),
    drafts: new DraftKeeper(facts.memberId, saveDraft, uploads),
    savedReplies: new KeyedStore(),
    wantedReply: new KeyedStore(),
    sendActions: new KeyedStore(),
    openConversation: new KeyedStore(),
    commands: new KeyedStore(),
    uploads,
    refresh,
  }));
  const { feed, threads, takeBack } = value;

  useEffect(
    () =>
      feed.listen({
        rows: (rows) => {
          for (const row of rows)
            threads.change(row.id, (held) => applyToTimeline(held, { type: "conversation.changed", row }));
        },
        tooMuch: () => undefined,
      }),
    [feed, threads],
  );
  const catchUp = () => void feed.catchUp().catch(reportError);
  useChannel<{ row: ConversationRow; memberId: string; contactId: string } & CountsView>(
    shopChannel(facts.id),
    {
      "conversation.changed": ({ row }) => feed.hear([row]),
      "counts.changed": newer,
      "contact.erased": ({ contactId }) => {
        threads.deleteWhere(({ row }) => row.contact.id === contactId);
        feed.startAfresh();
        refresh();
      },
      "contacts.imported": refresh,
      "contact_fields.changed": refresh,
      "notices.chosen": ({ memberId }) => memberId === facts.memberId && refresh(),
      "team.changed": refresh,
      "steps.changed": refresh,
      "tags.changed": refresh,
      "views.changed": refresh,
      "channel.changed": refresh,
      "budget.changed": refresh,
    },
    (reason) => {
      catchUp();
      if (reason !== "joined") afterSilence();
    },
  );
  useEveryMinute(catchUp);
  useNewBuild(uploads, unsaved);
  useEffect(() => uploads.wake(), [uploads]);
  const telling = useTell();
  useOwnNews(facts, value.openConversation, telling);
  useNotices(feed, facts.memberId, telling);

  const afterSending = useAfterSending(feed, after);
  const outbox = useOutbox({
    memberId: facts.memberId,
    senders,
    uploads: uploads,
    onStored: (message, draft) => {
      threads.change(message.conversationId, (held) => applyToTimeline(held, { type: "message.stored", message }));
      afterSending(draft, message.id);
    },
    onRefused: (draft, problem) => takeBack.get(boxOf(draft))?.(draft, problem) ?? false,
  });

  return (
    <ShopContext value={value}>
      <CountsContext value={counts}>
        <TagsContext value={tags}>
          <ViewsContext value={views}>
            <OutboxContext value={outbox}>{children}</OutboxContext>
          </ViewsContext>
        </TagsContext>
      </CountsContext>
    </ShopContext>
  );
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error("There is no LiveShop around this component.");
  return value;
}

/** The shop, the member, and what changes there. */
export function useShop(): LiveShopValue {
  return required(useContext(ShopContext));
}

/** How many conversations each view holds, now. */
export function useCounts(): CountsView {
  return required(useContext(CountsContext));
}

/** The tags of the shop, by name. */
export function useTags(): readonly TagView[] {
  return useContext(TagsContext);
}

/** The saved views the member has, by name. */
export function useViews(): readonly SavedView[] {
  return useContext(ViewsContext);
}

/** The tags of one conversation, by name. */
export function useTagsOf(row: Pick<ConversationRow, "tags">): readonly TagView[] {
  return useTags().filter(({ id }) => row.tags.includes(id));
}

/** The messages not stored yet, and how to write, send again and delete them. */
export function useUnsent(): OutboxControls {
  return required(useContext(OutboxContext));
}
