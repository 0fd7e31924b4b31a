"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Timeline } from "#lib/conversations/timeline";
import { useInbox } from "./_parts/inbox-context";

/** Looked at for this long, what stands on the screen counts as read. */
const READ_AFTER_MS = 600;

function subscribeToLook(look: () => void): () => void {
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}

/**
 * Marks the open conversation as read while the page is looked at and shows its newest message. What was read here and
 * then marked as unread by somebody stays so until a message comes, or the conversation is opened anew.
 */
export function useReadMark(timeline: Timeline | null, atLatest: boolean): void {
  const { actions } = useInbox();
  const [looked, setLooked] = useState(true);
  const last = timeline?.messages.at(-1)?.seq ?? 0;
  const row = timeline?.row;
  const [readTo, setReadTo] = useState(0);
  if (row && row.unread === 0 && row.lastSeq > readTo) setReadTo(row.lastSeq);
  const isNew = row !== undefined && row.unread > 0 && row.lastSeq > readTo;
  const due = isNew && atLatest && looked && last >= row.lastSeq;

  const mark = useEffectEvent(async () => {
    if (timeline) await actions.markRead({ conversationId: timeline.row.id, seq: last });
  });
  useEffect(() => subscribeToLook(() => setLooked(document.visibilityState === "visible")), []);
  useEffect(() => {
    if (!due || last === 0) return;
    const timer = setTimeout(() => mark().catch(() => undefined), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [due, last]);
}
