"use client";

import { useEffect, useEffectEvent, useReducer, useRef, useState } from "react";
import type { SendMessage, WriteNote } from "#lib/conversations/input";
import { applyToOutbox, type Draft, type Outbox, PLAIN, turnsOf, type Written } from "#lib/conversations/outbox";
import { repliesToSend } from "#lib/conversations/quick-replies";
import type { MessageView } from "#lib/conversations/view-message";
import { pauseAfter } from "#lib/core/pause";
import type { Outcome, Problem } from "#lib/http/outcome";
import { serverNow } from "../../_i18n/use-instant";
import { useConnectionState } from "../../_realtime/use-channel";
import { newKey } from "../../_shared/new-key";
import { noAnswer } from "../../_shared/no-answer";
import { dropDraft, keepDraft, keptDrafts } from "./kept-outbox";
import { isPassing } from "./passing";

type Sent = SendMessage & { attachmentIds?: string[]; replyTo?: string };
/** How what was written gets to the server: answers by one way, notes by the other. */
export type Senders = {
  send: (input: Sent) => Promise<Outcome<MessageView>>;
  note: (input: WriteNote & { attachmentIds?: string[] }) => Promise<Outcome<MessageView>>;
};

/** No answer for this long counts as no connection; the key makes trying again harmless. */
const PATIENCE_MS = 20_000;

export type ToWrite = Pick<Written, "body"> &
  Partial<
    Pick<
      Written,
      "clientKey" | "files" | "replyTo" | "note" | "offer" | "quickReplies" | "actions" | "sendAt" | "hold" | "after"
    >
  >;

type Options = {
  memberId: string;
  senders: Senders;
  onStored: (message: MessageView, draft: Draft) => void;
  /** Offers a refused draft back to its author; true when its text was taken back and the draft is to go. */
  onRefused: (draft: Draft, problem: Problem) => boolean;
};

async function answerOf({ send, note }: Senders, draft: Draft): Promise<Outcome<MessageView> | null> {
  const { conversationId, clientKey, body, files, replyTo, offer, quickReplies, actions, sendAt, hold } = draft;
  const attached = files.length > 0 ? { attachmentIds: files.map((file) => file.id) } : {};
  const words = { conversationId, clientKey, body, ...attached };
  const parts = {
    ...(replyTo ? { replyTo } : {}),
    ...(offer ? { purpose: "offers" as const } : {}),
    ...(quickReplies.length > 0 ? { quickReplies: repliesToSend(quickReplies) } : {}),
    ...(actions ? { actions } : {}),
    ...(sendAt ? { sendAt } : {}),
    ...(hold ? { hold } : {}),
  };
  const silence = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const sending = draft.note ? note(words) : send({ ...words, ...parts });
  return Promise.race([sending, silence]).catch(noAnswer);
}

/**
 * Sends what a member writes: in every conversation one at a time, in order, kept on this browser until it is stored.
 * Without a connection everything waits and goes by itself, under its key, as soon as there is one.
 */
export function useOutbox({ memberId, senders, onStored, onRefused }: Options) {
  const [outbox, apply] = useReducer(applyToOutbox, [] as Outbox);
  const [failures, setFailures] = useState(0);
  const [held, setHeld] = useState(false);
  const onItsWay = useRef(new Set<string>());
  const connection = useConnectionState();

  const release = useEffectEvent(() => setHeld(false));
  const post = useEffectEvent(async (draft: Draft) => {
    if (onItsWay.current.has(draft.clientKey)) return;
    onItsWay.current.add(draft.clientKey);
    apply({ type: "draft.sending", clientKey: draft.clientKey });
    settle(draft, await answerOf(senders, draft));
    onItsWay.current.delete(draft.clientKey);
  });

  function settle(draft: Draft, answer: Outcome<MessageView> | null) {
    const { clientKey } = draft;
    if (!answer || (!answer.ok && isPassing(answer.problem))) {
      apply({ type: "draft.delayed", clientKey });
      setFailures((n) => n + 1);
      setHeld(true);
      return;
    }
    setFailures(0);
    if (answer.ok) onStored(answer.value, draft);
    if (answer.ok || onRefused(draft, answer.problem)) discard(clientKey);
    else apply({ type: "draft.refused", clientKey, problem: answer.problem.message });
  }

  function discard(clientKey: string) {
    dropDraft(memberId, clientKey);
    apply({ type: "draft.gone", clientKey });
  }

  useEffect(() => apply({ type: "drafts.restored", drafts: keptDrafts(memberId) }), [memberId]);
  useEffect(() => {
    for (const draft of outbox) keepDraft(memberId, draft);
    if (!held) for (const draft of turnsOf(outbox)) post(draft).catch(reportError);
  }, [outbox, held, memberId]);
  useEffect(() => {
    if (connection === "connected") release();
  }, [connection]);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => release(), pauseAfter(failures));
    const back = () => release();
    window.addEventListener("online", back);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", back);
    };
  }, [held, failures]);

  return {
    outbox,
    held,
    discard,
    /** Puts messages on their way, in this order. One with a key is that message again: the same key never makes two. */
    write(conversationId: string, messages: readonly ToWrite[]) {
      const now = serverNow();
      messages.forEach(({ clientKey = newKey(), ...written }, place) => {
        const at = new Date(now + place).toISOString();
        const draft = { ...PLAIN, ...written, clientKey, conversationId, at };
        keepDraft(memberId, { ...draft, state: "waiting", tries: 0, problem: null });
        apply({ type: "draft.written", draft });
      });
      setHeld(false);
    },
    retry(clientKey: string) {
      apply({ type: "draft.retried", clientKey });
      setHeld(false);
    },
    tryNow: () => setHeld(false),
  };
}

export type OutboxControls = ReturnType<typeof useOutbox>;
