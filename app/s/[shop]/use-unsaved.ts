"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { isInbox } from "./places";

/** What would be lost with the page: what stands in a dialog or an open menu, and a voice message being recorded. */
const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="timer"]';

/**
 * Whether something may stand on the page that is kept nowhere else: something is open over it, or somebody typed into a
 * field that is still there. What is typed in the inbox itself is kept as it is typed.
 */
export function useUnsaved(): () => boolean {
  const path = usePathname();
  const here = useRef(path);
  const typed = useRef(new Set<Element>());
  useEffect(() => {
    here.current = path;
  }, [path]);
  useEffect(() => {
    const hear = ({ target }: Event) => target instanceof Element && typed.current.add(target);
    document.addEventListener("input", hear, true);
    return () => document.removeEventListener("input", hear, true);
  }, []);
  return useCallback(() => {
    for (const field of typed.current) if (!field.isConnected) typed.current.delete(field);
    return document.querySelector(OPEN) !== null || (!isInbox(here.current) && typed.current.size > 0);
  }, []);
}
