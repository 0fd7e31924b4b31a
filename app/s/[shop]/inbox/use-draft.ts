"use client";

import { type RefObject, useEffectEvent, useLayoutEffect, useState } from "react";
import { useShop } from "../_parts/live-shop";
import { keepText, keptText } from "../kept-text";

/** What was kept before, and what was typed into the box before the page could listen. */
function joined(kept: string, typed: string): string {
  if (typed === "" || kept.endsWith(typed)) return kept;
  return kept === "" ? typed : `${kept}\n${typed}`;
}

/** Where the text being written in a conversation is kept on this browser. */
export const draftKey = (memberId: string, conversationId: string) => `comptoir:draft:${memberId}:${conversationId}`;

/** The text being written in one conversation, kept on this browser with every key, until it is sent or emptied. */
export function useDraft(
  conversationId: string,
  box: RefObject<HTMLTextAreaElement | null>,
): [text: string, write: (text: string) => void] {
  const { memberId } = useShop();
  const key = draftKey(memberId, conversationId);
  const [text, setText] = useState("");
  const write = (next: string) => {
    setText(next);
    keepText(key, next);
  };
  const restore = useEffectEvent(() => {
    const found = joined(keptText(key), box.current?.value ?? "");
    if (found !== "") write(found);
  });
  useLayoutEffect(() => restore(), []);
  return [text, write];
}
