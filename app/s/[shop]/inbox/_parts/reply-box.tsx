"use client";

import { ListPlus, SquareSlash, Tag } from "lucide-react";
import type { ReactNode } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Button } from "#ui/button";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";
import { useConnectionState } from "../../../../_realtime/use-channel";
import { useUnsent } from "../../_parts/live-shop";
import { firstNameOf } from "../../use-name";
import { EmojiButton } from "../emoji/emoji-button";
import { TimeDialog } from "../triage/time-dialog";
import { useComposer } from "../use-composer";
import { useComposerState } from "../use-composer-state";
import { useNews } from "../use-news";
import { useOffer } from "../use-offer";
import { useOfferChance } from "../use-offer-chance";
import { useReplyMenu } from "../use-reply-menu";
import { useSending } from "../use-sending";
import { useTypingSignal } from "../use-typing-signal";
import { Alternatives } from "./alternatives";
import { Answered, type Answering } from "./answered";
import { ComposerRule } from "./composer-rule";
import { ComposerTools } from "./composer-tools";
import { MessengerTools } from "./messenger-tools";
import { NewsBanner } from "./news-banner";
import { OfferLine } from "./offer-line";
import { OfferRule } from "./offer-rule";
import { goToReply, QuickRepliesLine } from "./quick-replies-line";
import { ReplyMenu, Unfilled } from "./reply-menu";
import { Room } from "./room";
import { SendActionsLine } from "./send-actions-line";
import { SendSplit } from "./send-split";
import { WindowLine } from "./window-line";
import { WritingBox } from "./writing-box";

type Props = {
  row: ConversationRow;
  settled: boolean;
  answered: Answering;
  /** A note is to be written instead. */
  onNote: () => void;
  /** The tabs, with what stands beside them. */
  tabs: (beside: ReactNode) => ReactNode;
};

/** Where a member answers. The box can always be written in; what is refused comes back with the reason above it. */
export function ReplyBox({ row, settled, answered, onNote, tabs }: Props) {
  const { inbox, inboxMessenger, triage } = useMessages();
  const { held } = useUnsent();
  const offline = useConnectionState() === "offline" || held;
  const { state, link } = useComposerState(row, settled);
  const [offer, setOffer] = useOffer({ conversationId: row.id, kind: "reply" });
  const chance = useOfferChance(row, offer);
  const mayOffer = chance !== null && chance.state !== "refused";
  const closed = state?.state === "closed" && !mayOffer;
  const writing = useComposer({ row, kind: "reply", closed, replyTo: answered.id, answer: answered.answer });
  const { text, setText, refusal, add, most, parts, messenger, replies, setReplies } = writing;
  const menu = useReplyMenu(row, writing);
  const signal = useTypingSignal(row.id);
  const news = useNews(row);
  const sending = useSending(row, writing, news);
  const name = firstNameOf(row.contact.name) || null;
  const waits = chance?.state === "later";
  const label = offline ? inbox.queue : waits ? inbox.offer.schedule : inbox.send;
  const invitation = state?.state === "human_only" && name ? inboxMessenger.answerYourself : inbox.writeTo;

  function answerInstead() {
    setOffer(false);
    writing.box.current?.focus();
  }

  /** Begins answers to tap, or goes to those there are; what is written is never taken away by this. */
  function offerReplies() {
    const isWritten = replies.some((title) => title.trim() !== "");
    if (replies.length === 0 || isWritten) return goToReply(0, () => isWritten || setReplies([""]));
    setReplies([]);
    writing.box.current?.focus();
  }

  function empty() {
    setText("");
    setOffer(false);
    setReplies([]);
  }

  function type(next: string) {
    news.begin(text, next);
    setText(next);
    if (next.trim() !== "") signal();
  }

  return (
    <WritingBox
      writing={writing}
      label={inbox.reply}
      placeholder={name ? invitation(name) : inbox.writeAnswer}
      look={closed ? "border-line-strong bg-sunken" : "border-control bg-surface"}
      onType={type}
      onSend={sending.send}
      onKey={menu.suggest.onKey}
      field={menu.suggest.field}
      quiet={closed || chance?.state === "refused"}
      above={
        <>
          {state && !mayOffer && (closed || chance?.state !== "refused") ? (
            <ComposerRule row={row} state={state} kept={text.trim() !== ""} refused={refusal !== null}>
              <Alternatives row={row} ways={state.alternatives} link={link} text={text} onMoved={empty} />
              {closed ? (
                <Button size="sm" onClick={onNote}>
                  {inbox.notes.instead}
                </Button>
              ) : null}
            </ComposerRule>
          ) : null}
          <OfferRule chance={closed ? null : chance} kept={text.trim() !== ""} onAnswer={answerInstead}>
            <Alternatives
              row={row}
              ways={chance?.state === "refused" ? chance.alternatives : []}
              link={link}
              text={text}
              onMoved={empty}
            />
          </OfferRule>
          <ReplyMenu menu={menu} />
          <NewsBanner news={news} />
          {sending.asked ? (
            <TimeDialog
              title={sending.asked === "snooze" ? triage.snoozeUntil : inbox.sendLater.title}
              reply={sending.asked === "snooze"}
              onChoose={sending.chosen}
              onClose={sending.stopAsking}
            />
          ) : null}
        </>
      }
      head={
        <>
          <Answered answering={answered} contactName={row.contact.name.trim() || null} />
          {tabs(state ? <WindowLine state={state} /> : null)}
          {offer ? (
            <OfferLine chance={chance} name={name} onTime={text.trim() === "" ? null : sending.schedule} />
          ) : null}
          <Unfilled text={text} />
          <SendActionsLine place={writing.place} />
          {replies.length > 0 ? (
            <QuickRepliesLine titles={replies} onChange={setReplies} onLeave={() => writing.box.current?.focus()} />
          ) : null}
        </>
      }
      foot={
        <>
          <ComposerTools onFiles={add} />
          <EmojiButton writing={writing} />
          <IconButton
            label={inbox.savedReplies.title}
            id="saved-replies"
            shortcut="/"
            icon={<SquareSlash aria-hidden="true" size={16} />}
            onClick={menu.open}
          />
          <IconButton
            label={inbox.offer.declare}
            pressed={offer}
            className="max-md:hidden"
            icon={<Tag aria-hidden="true" size={16} />}
            onClick={() => setOffer(!offer)}
          />
          <IconButton
            label={inbox.quickReplies.title}
            pressed={replies.length > 0}
            className="max-xl:hidden"
            icon={<ListPlus aria-hidden="true" size={16} />}
            onClick={offerReplies}
          />
          {messenger && !closed ? (
            <MessengerTools row={row} replyTo={answered.id} onSent={() => answered.answer(null)} />
          ) : null}
          <Room length={text.length} most={most} parts={parts} />
          <span className="ml-auto flex shrink-0 items-center gap-2">
            <SendSplit
              open={row.status === "open"}
              disabled={closed}
              onSchedule={sending.schedule}
              offer={offer}
              onOffer={setOffer}
              onReplies={offerReplies}
              label={parts > 1 ? inboxMessenger.sendAs(parts) : label}
            />
          </span>
        </>
      }
    />
  );
}
