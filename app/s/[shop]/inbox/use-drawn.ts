"use client";

import { startTransition, useEffect, useMemo, useState } from "react";
import { drawnFirst, drawnNext, drawnStill } from "#lib/conversations/drawn";
import type { MessageView } from "#lib/conversations/view-message";

/**
 * Which messages of a thread to draw: a screenful of the newest at first, then a few more with each frame, so that a page
 * of older ones keeps no key waiting. They come above what is read, which stays in its place. A thread that came with the
 * page is drawn whole.
 */
export function useDrawn(messages: readonly MessageView[], whole: boolean) {
  const [held, setHeld] = useState(() => (whole ? (messages[0]?.seq ?? 0) : drawnFirst(messages)));
  const from = drawnStill(messages, held);
  if (from !== held) setHeld(from);
  const next = drawnNext(messages, from);
  useEffect(() => {
    if (next === null) return;
    const frame = requestAnimationFrame(() => startTransition(() => setHeld(next)));
    return () => cancelAnimationFrame(frame);
  }, [next]);
  const drawn = useMemo(() => messages.filter(({ seq }) => seq >= from), [messages, from]);
  return { drawn, all: next === null };
}
