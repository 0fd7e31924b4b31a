"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { useShop } from "../_parts/live-shop";
import type { DraftPlace } from "../draft-keeper";

/** What was kept before, and what was typed into the box before the page could listen. */
function joined(kept: string, typed: string): string {
  if (typed === "" || kept.endsWith(typed)) return kept;
  return kept === "" ? typed : `${kept}\n${typed}`;
}

/** The text being written in one box, kept with every key until it is sent or emptied; another window's change shows here. */
export function useDraft(
  { conversationId, kind }: DraftPlace,
  box: RefObject<HTMLTextAreaElement | null>,
): [text: string, write: (text: string) => void] {
  const { drafts } = useShop();
  const [text, setText] = useState("");
  const write = (next: string) => {
    setText(next);
    drafts.write({ conversationId, kind }, next);
  };
  const restore = useEffectEvent(() => {
    const kept = drafts.text({ conversationId, kind });
    const found = joined(kept, box.current?.value ?? "");
    setText(found);
    if (found !== kept) drafts.write({ conversationId, kind }, found);
  });
  useLayoutEffect(() => restore(), []);
  useEffect(() => {
    const kept = drafts.keyOf({ conversationId, kind });
    const stop = drafts.listen(kept, setText);
    const hear = ({ key, newValue }: StorageEvent) => key === kept && setText(newValue ?? "");
    window.addEventListener("storage", hear);
    return () => {
      stop();
      window.removeEventListener("storage", hear);
    };
  }, [drafts, conversationId, kind]);
  return [text, write];
}
