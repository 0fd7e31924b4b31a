"use client";

import { useEffect, useEffectEvent, useReducer, useRef, useState } from "react";
import type { SendMessage, WriteNote } from "#lib/conversations/input";
import {
  applyToOutbox,
  type Draft,
  filesOf,
  filled,
  type Outbox,
  PLAIN,
  toBeFilled,
  turnsOf,
  type Written,
} from "#lib/conversations/outbox";
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
import type { Uploads } from "./uploads";
import { useOutstanding } from "./use-outstanding";

type Sent = SendMessage & { attachmentIds?: string[]; replyTo?: string };
/** How what was written gets to the server: answers by one way, notes by the other. */
export type Senders = {
  send: (input: Sent) => Promise<Outcome<MessageView>>;
  note: (input: WriteNote & { attachmentIds?: string[] }) => Promise<Outcome<MessageView>>;
};

/** No answer for this long counts as no connection; the key makes trying again harmless. */
const PATIENCE_MS = 20_000;

export type ToWrite = Omit<Written, "clientKey" | "conversationId" | "files" | "outstanding" | "at"> & {
  /** Where it is sent as several messages: the most characters that one holds. */
  most: number | null;
};

type Options = {
  memberId: string;
  senders: Senders;
  uploads: Uploads;
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
 * Without a connection everything waits and goes by itself, under its key, as soon as there is one; so does what has
 * files that are not up yet, once they are.
 */
export function useOutbox({ memberId, senders, uploads, onStored, onRefused }: Options) {
  const [outbox, apply] = useReducer(applyToOutbox, [] as Outbox);
  const [failures, setFailures] = useState(0);
  const [held, setHeld] = useState(false);
  const onItsWay = useRef(new Set<string>());
  const tryAt = useRef<number>(null);
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
    if (!answer.ok) return refuse(draft, answer.problem);
    onStored(answer.value, draft);
    discard(clientKey);
  }

  function discard(clientKey: string) {
    dropDraft(memberId, clientKey);
    apply({ type: "draft.gone", clientKey });
  }

  function refuse(draft: Draft, problem: Problem) {
    if (onRefused(draft, problem)) discard(draft.clientKey);
    else apply({ type: "draft.refused", clientKey: draft.clientKey, problem: problem.message });
  }

  const outstanding = useOutstanding(outbox, uploads, {
    memberId,
    onFilled(draft, files) {
      for (const piece of filled(draft, files)) keepDraft(memberId, piece);
      if (filled(draft, files).length === 0) dropDraft(memberId, draft.clientKey);
      apply({ type: "draft.filled", clientKey: draft.clientKey, files });
    },
    onRefused: refuse,
    onGone: ({ clientKey }) => apply({ type: "draft.gone", clientKey }),
  });

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
    const pause = pauseAfter(failures);
    tryAt.current = performance.now() + pause;
    const timer = setTimeout(() => release(), pause);
    const back = () => release();
    window.addEventListener("online", back);
    return () => {
      clearTimeout(timer);
      tryAt.current = null;
      window.removeEventListener("online", back);
    };
  }, [held, failures]);

  return {
    outbox,
    held,
    discard(clientKey: string) {
      outstanding.decide(clientKey);
      discard(clientKey);
      uploads.clear(filesOf({ clientKey }));
    },
    /** Puts what stands in a place on its way, with the files there: at once, or when the last of them is up. */
    write(conversationId: string, { most, ...written }: ToWrite, place: string) {
      const held = uploads.store.get(place) ?? [];
      const up = held.flatMap(({ file }) => file ?? []);
      const keys = toBeFilled({ body: written.body, files: held.length, most }, newKey);
      const at = new Date(serverNow()).toISOString();
      const draft: Draft = {
        ...PLAIN,
        ...written,
        ...keys,
        conversationId,
        at,
        state: "waiting",
        tries: 0,
        problem: null,
      };
      const whole = up.length === held.length;
      if (!whole) uploads.move(place, filesOf(draft));
      for (const one of whole ? filled(draft, up) : [draft]) {
        keepDraft(memberId, one);
        apply({ type: "draft.written", draft: one });
      }
      uploads.clear(place);
      setHeld(false);
    },
    /** Takes a message out whose files go up still; they are left among the uploads, under `filesOf`. */
    withdraw(clientKey: string) {
      outstanding.decide(clientKey);
      discard(clientKey);
    },
    retry(clientKey: string) {
      outstanding.decideAnew(clientKey);
      apply({ type: "draft.retried", clientKey });
      setHeld(false);
    },
    tryNow: () => setHeld(false),
    /** When what is held goes by itself, by `performance.now()`; null while nothing is held. */
    nextTry: () => tryAt.current,
  };
}

export type OutboxControls = ReturnType<typeof useOutbox>;
