"use client";

import { type FormEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { FILE_MAX, filesThatFit, MESSAGE_MAX } from "#lib/conversations/messages-to-write";
import { type AfterSending, boxOf, filesOf } from "#lib/conversations/outbox";
import { repliesToSend } from "#lib/conversations/quick-replies";
import { MESSENGER_OFFER_MAX, MESSENGER_TEXT_MAX, splitText } from "#lib/conversations/split-text";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { problemSentence } from "#lib/i18n/problem";
import { useFormat, useMessages } from "../../../_i18n/language";
import { fileSize } from "../../../_shared/file-size";
import { type TakeBack, useShop, useUnsent } from "../_parts/live-shop";
import { keepActions, keptActions } from "../kept-actions";
import { useCaret } from "../use-caret";
import { useKeyed } from "../use-keyed";
import { useDraft } from "./use-draft";
import { useOffer } from "./use-offer";
import { useQuickReplies } from "./use-quick-replies";
import { useSendDelay } from "./use-send-choice";

/** Refusals of what the message says or of whom it goes to: the text goes back to its author. */
const GIVEN_BACK = new Set(["refused", "invalid", "too_large"]);

type How = {
  /** What becomes of the conversation once the last of it is stored. */
  after?: AfterSending | null;
  /** When it is to go (ISO 8601), where that is not at once. */
  sendAt?: string | null;
};

type Options = {
  row: ConversationRow;
  kind: "reply" | "note";
  /** Nothing may be sent now; what was written stays. */
  closed: boolean;
  /** The message it answers, and how to answer another or none. */
  replyTo: string | null;
  answer: (messageId: string | null) => void;
};

/** What is written in one conversation, words and files, until it is on its way; what is refused comes back here. */
export function useComposer({ row, kind, closed, replyTo, answer }: Options) {
  const messages = useMessages();
  const format = useFormat();
  const { takeBack, uploads: all, sendActions, memberId } = useShop();
  const { write } = useUnsent();
  const [delay] = useSendDelay();
  const box = useRef<HTMLTextAreaElement>(null);
  const moveCaret = useCaret(box);
  const note = kind === "note";
  const place = boxOf({ conversationId: row.id, note });
  const [text, setText] = useDraft({ conversationId: row.id, kind }, box);
  const [refusal, setRefusal] = useState<string | null>(null);
  const uploads = useKeyed(all.store, place) ?? [];
  const messenger = !note && row.channel === "messenger";
  const [offer, setOffer] = useOffer({ conversationId: row.id, kind });
  const [replies, setReplies] = useQuickReplies({ conversationId: row.id, kind });
  const actions = useKeyed(sendActions, place) ?? null;
  const most = messenger ? (offer ? MESSENGER_OFFER_MAX : MESSENGER_TEXT_MAX) : MESSAGE_MAX;
  const splits = messenger && !offer;
  const parts = splits && text.length > most ? splitText(text, most).length : 1;

  const restore = useEffectEvent(() => {
    all.restore(place);
    const kept = note || sendActions.get(place) ? null : keptActions(memberId, place);
    if (kept) sendActions.set(place, kept);
  });
  useLayoutEffect(() => restore(), []);
  useEffect(() => {
    if (!note) keepActions(memberId, place, actions);
  }, [memberId, place, note, actions]);
  const receive = useEffectEvent<TakeBack>((draft, problem) => {
    if (!GIVEN_BACK.has(problem.code)) return false;
    setRefusal(problem.message);
    if (draft.body !== "" && text.trim() !== "") return false;
    if (draft.body !== "") setText(draft.body);
    setOffer(draft.offer);
    if (draft.quickReplies.length > 0) setReplies(draft.quickReplies);
    if (draft.actions) sendActions.set(place, draft.actions);
    if (draft.replyTo) answer(draft.replyTo);
    all.giveBack(place, draft.files);
    if (draft.outstanding) all.move(filesOf(draft), place);
    box.current?.focus();
    return true;
  });
  useEffect(() => {
    const take: TakeBack = (draft, problem) => receive(draft, problem);
    takeBack.set(place, take);
    return () => {
      takeBack.delete(place);
    };
  }, [takeBack, place]);

  /** Why what stands here cannot go now, or null. */
  function obstacle(): string | null {
    if (uploads.some(({ state }) => state === "failed" || state === "lost")) return messages.inboxMessenger.notUploaded;
    if (messenger && offer && uploads.length > 0) return problemSentence(messages, format, "messenger_offer_words", {});
    if (repliesToSend(replies).length > 0 && text.trim() === "") return messages.inbox.quickReplies.needWords;
    if (splits || text.length <= most) return null;
    const key = messenger ? "messenger_too_long" : "message_too_long";
    return problemSentence(messages, format, key, { n: text.length, max: most });
  }

  /** Sends what stands here; files that go up still follow by themselves. */
  function submit(event?: Pick<FormEvent, "preventDefault">, { after = null, sendAt = null }: How = {}) {
    event?.preventDefault();
    box.current?.focus();
    if (closed || (text.trim() === "" && uploads.length === 0)) return;
    const why = obstacle();
    setRefusal(why);
    if (why) return;
    const said = {
      body: text,
      note,
      offer,
      replyTo,
      actions,
      quickReplies: repliesToSend(replies).map(({ title }) => title),
    };
    const hold = note || sendAt ? null : Number(delay);
    write(row.id, { ...said, sendAt, hold, after, most: splits ? most : null }, place);
    setText("");
    setOffer(false);
    setReplies([]);
    sendActions.delete(place);
    answer(null);
  }

  function add(files: readonly File[]) {
    const { inboxMessenger } = messages;
    const { fitting, wrong, tooMany } = filesThatFit(files, uploads.length);
    const size = fileSize(FILE_MAX, format.locale);
    if (tooMany) setRefusal(problemSentence(messages, format, "too_many_attachments", {}));
    else if (wrong?.size === 0) setRefusal(inboxMessenger.emptyUpload(wrong.name));
    else setRefusal(wrong ? inboxMessenger.fileTooLarge(wrong.name, size) : null);
    all.add(place, fitting);
  }

  return {
    ...{ box, place, text, setText, moveCaret, refusal, uploads, add, submit, most, parts, messenger },
    ...{ offer, setOffer, replies, setReplies },
  };
}

export type Writing = ReturnType<typeof useComposer>;
