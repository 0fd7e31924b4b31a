"use client";

import { useRef } from "react";
import { useInbox } from "./_parts/inbox-context";

const EVERY_MS = 3_000;

/** Tells the others that one is writing, at most every 3 s. It may be lost: nothing depends on it. */
export function useTypingSignal(conversationId: string): () => void {
  const { actions } = useInbox();
  const last = useRef(0);
  return () => {
    if (Date.now() - last.current < EVERY_MS || !navigator.onLine) return;
    last.current = Date.now();
    actions.announceTyping({ conversationId }).catch(() => undefined);
  };
}
