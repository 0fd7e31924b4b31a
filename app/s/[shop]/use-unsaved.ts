"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { hasUnsaved, OPEN, watchFields } from "../../_shared/touched-fields";
import { isInbox } from "./places";

/**
 * Whether something may stand on the page that is kept nowhere else: something is open over it, or a field was changed
 * and not saved since. What is typed in the inbox itself is kept as it is typed.
 */
export function useUnsaved(): () => boolean {
  const path = usePathname();
  const here = useRef(path);
  useEffect(() => {
    here.current = path;
  }, [path]);
  useEffect(() => watchFields(), []);
  return useCallback(() => document.querySelector(OPEN) !== null || (!isInbox(here.current) && hasUnsaved()), []);
}
