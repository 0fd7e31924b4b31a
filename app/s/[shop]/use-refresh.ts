"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/**
 * Reads what the server drew anew, one time after another: asked for while one is under way, one more follows it. The
 * router takes two at once for a lost way, and loads the whole page instead (Next 16).
 */
export function useRefresh(): () => void {
  const router = useRouter();
  const [pending, start] = useTransition();
  const busy = useRef(false);
  const again = useRef(false);
  const refresh = useCallback(() => {
    again.current = busy.current;
    if (busy.current) return;
    busy.current = true;
    start(() => router.refresh());
  }, [router]);
  useEffect(() => {
    if (pending || !busy.current) return;
    busy.current = false;
    if (again.current) refresh();
  }, [pending, refresh]);
  return refresh;
}
