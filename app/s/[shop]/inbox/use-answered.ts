"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { useShop } from "../_parts/live-shop";

/** Which message what is written in a conversation answers, kept with the draft until it is sent or given up. */
export function useAnswered(conversationId: string): [id: string | null, answer: (id: string | null) => void] {
  const { drafts } = useShop();
  const [answered, setAnswered] = useState<string | null>(null);
  const restore = useEffectEvent(() => setAnswered(drafts.answered({ conversationId, kind: "reply" })));
  useLayoutEffect(() => restore(), []);
  useEffect(() => {
    const kept = drafts.answeredKey({ conversationId, kind: "reply" });
    const show = (id: string | null) => setAnswered(id || null);
    const stop = drafts.listen(kept, show);
    const hear = ({ key, newValue }: StorageEvent) => key === kept && show(newValue);
    window.addEventListener("storage", hear);
    return () => {
      stop();
      window.removeEventListener("storage", hear);
    };
  }, [drafts, conversationId]);
  return [answered, (id) => drafts.answer({ conversationId, kind: "reply" }, id)];
}
