"use client";

import { useEffectEvent, useLayoutEffect, useState } from "react";
import { keptText } from "../../../_shared/kept-text";
import { useShop } from "../_parts/live-shop";

/** What is kept beside a draft under a key of its keeper, as this window, another one or another device changes it. */
export function useBesideDraft(key: string): string {
  const { drafts } = useShop();
  const [kept, setKept] = useState("");
  const restore = useEffectEvent(() => setKept(keptText(key)));
  useLayoutEffect(() => {
    restore();
    const stop = drafts.listen(key, setKept);
    const hear = (event: StorageEvent) => event.key === key && setKept(event.newValue ?? "");
    window.addEventListener("storage", hear);
    return () => {
      stop();
      window.removeEventListener("storage", hear);
    };
  }, [drafts, key]);
  return kept;
}
