"use client";

import { useLayoutEffect, useState } from "react";
import { useShop } from "../_parts/live-shop";
import { keepText, keptText } from "../kept-text";

/** The text being written in one conversation, kept on this browser with every key, until it is sent or emptied. */
export function useDraft(conversationId: string): [text: string, write: (text: string) => void] {
  const { memberId } = useShop();
  const key = `comptoir:draft:${memberId}:${conversationId}`;
  const [text, setText] = useState("");
  useLayoutEffect(() => {
    const kept = keptText(key);
    if (kept) setText(kept);
  }, [key]);
  const write = (next: string) => {
    setText(next);
    keepText(key, next);
  };
  return [text, write];
}
