"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/** How soon is looked again whether what kept the page from being read anew is gone, in milliseconds. */
const AGAIN_MS = 5_000;

/**
 * Reads what the server drew anew, one time after another: asked for while one is under way, one more follows it. The
 * router takes two at once for a lost way, and loads the whole page instead (Next 16). So it does when the server is of
 * another build: after a silence, which may have been an upgrade, it waits while something unsaved stands on the page. A
 * page loaded without a connection would be the browser's own page of errors: it waits for one too.
 */
export function useRefresh(unsaved: () => boolean): { refresh: () => void; afterSilence: () => void } {
  const router = useRouter();
  const [pending, start] = useTransition();
  const busy = useRef(false);
  const again = useRef(false);
  const doubted = useRef(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = useCallback(() => {
    again.current = busy.current;
    clearTimeout(waiting.current);
    if (busy.current) return;
    if (!navigator.onLine || (doubted.current && unsaved())) {
      waiting.current = setTimeout(refreshLater, AGAIN_MS);
      return;
    }
    busy.current = true;
    start(() => router.refresh());
    function refreshLater() {
      refresh();
    }
  }, [router, unsaved]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    if (pending || !busy.current) return;
    busy.current = false;
    doubted.current = false;
    if (again.current) refresh();
  }, [pending, refresh]);
  const afterSilence = useCallback(() => {
    doubted.current = true;
    refresh();
  }, [refresh]);
  return { refresh, afterSilence };
}
