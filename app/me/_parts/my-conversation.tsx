"use client";

import { ChevronLeft } from "lucide-react";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { MyThread } from "#lib/connect/load-my-conversation";
import type { VisitorMessageView } from "#lib/conversations/view-message";
import { ButtonLink } from "#ui/button-link";
import { PageLink } from "#ui/page-link";
import { ShopLogo } from "#ui/shop-logo";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { watchSight } from "../../_shared/watch-sight";
import { seeMyConversationAction } from "../actions";
import { AnswerBox } from "./answer-box";
import { CopyLinks } from "./copy-links";
import { MyMessage } from "./my-message";
import { RatingCard } from "./rating-card";
import { useReports } from "./use-reports";

/** Whether something stood in sight before the last change was drawn; it counts as in sight before the first. */
function useStoodInSight(of: RefObject<HTMLElement | null>): RefObject<boolean> {
  const inSight = useRef(true);
  const stood = useRef(true);
  useEffect(() => {
    if (!of.current) return;
    let first = true;
    return watchSight(of.current, (seen) => {
      if (!first) inSight.current = seen;
      first = false;
    });
  }, [of]);
  useLayoutEffect(() => {
    stood.current = inSight.current;
  });
  return stood;
}

type Props = { personId: string; thread: MyThread; paged: boolean };

/** One conversation with one shop: read here, and answered here where it is a web chat. */
export function MyConversation({ personId, thread, paged }: Props) {
  const { myPlace } = useMyMessages();
  const format = useFormat();
  const end = useRef<HTMLDivElement>(null);
  const { shop, lastSeq } = thread;
  const reports = useReports(personId, thread);
  const wasAtEnd = useStoodInSight(end);
  const here = `/me/with/${shop.slug}/${thread.id}`;
  const see = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    seeMyConversationAction({ shop: shop.slug, person: personId, conversationId: thread.id, seq: lastSeq }).catch(
      () => undefined,
    );
  });
  useEffect(() => {
    if (paged || lastSeq === 0) return;
    if (wasAtEnd.current) end.current?.scrollIntoView({ block: "end" });
    see();
    const onShown = () => see();
    document.addEventListener("visibilitychange", onShown);
    return () => document.removeEventListener("visibilitychange", onShown);
  }, [paged, lastSeq, wasAtEnd]);
  const dayOf = (message: VisitorMessageView | undefined) => (message ? format.day(message.createdAt) : null);
  return (
    <div className="mx-auto grid max-w-150 gap-4">
      <header className="flex items-center gap-3">
        <PageLink
          href="/me"
          aria-label={myPlace.back}
          className="grid size-11 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-hover"
        >
          <ChevronLeft aria-hidden="true" size={20} />
        </PageLink>
        <ShopLogo name={shop.name} size={40} colour={shop.colour} onColour={shop.onColour} />
        <h1 className="type-title min-w-0 break-words">{shop.name}</h1>
      </header>
      <CopyLinks shop={shop.slug} conversationId={thread.id} />
      {thread.before ? (
        <ButtonLink href={`${here}?before=${thread.before}`} className="justify-self-center">
          {myPlace.olderMessages}
        </ButtonLink>
      ) : null}
      <div role="log" aria-label={myPlace.thread(shop.name)}>
        <ol className="grid gap-2">
          {thread.messages.map((message, place) => (
            <MyMessage
              key={message.id}
              message={message}
              answered={thread.messages.find(({ id }) => id === message.replyTo)}
              reports={reports}
              ofSameDay={dayOf(thread.messages[place - 1]) === dayOf(message)}
            />
          ))}
        </ol>
      </div>
      {thread.rating && !paged ? (
        <RatingCard
          key={thread.rating.seq}
          personId={personId}
          shop={shop}
          conversationId={thread.id}
          rating={thread.rating}
        />
      ) : null}
      <div ref={end}>
        {paged ? (
          <ButtonLink href={here}>{myPlace.latest}</ButtonLink>
        ) : thread.channel === "web_chat" ? (
          <AnswerBox personId={personId} shop={shop} conversationId={thread.id} />
        ) : (
          <p className="text-body text-ink-2">{myPlace.inMessenger}</p>
        )}
      </div>
    </div>
  );
}
