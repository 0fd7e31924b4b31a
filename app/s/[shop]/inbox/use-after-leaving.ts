"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { conversationIn } from "../places";

/** Runs `act` when a conversation was left for the list, once the address says so too. */
export function useAfterLeaving(act: () => void) {
  const named = conversationIn(usePathname());
  const before = useRef(named);
  const left = useEffectEvent(act);
  useEffect(() => {
    if (before.current && !named) left();
    before.current = named;
  }, [named]);
}
