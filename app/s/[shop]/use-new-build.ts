"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";
import { isOutdated, watchOutdated } from "../../_shared/no-answer";
import { isInbox } from "./places";
import type { Uploads } from "./uploads";

/** Nobody has touched the page for this long. */
const CALM_MS = 5_000;
/** A page that was loaded anew so lately and is outdated still meets servers of both builds: it waits for the next try. */
const ONCE_IN_MS = 10 * 60_000;
function justReloaded(): boolean {
  const [came] = performance.getEntriesByType("navigation");
  return came instanceof PerformanceNavigationTiming && came.type === "reload" && performance.now() < ONCE_IN_MS;
}

/**
 * Loads the page anew, once, where its actions are of a build that the server does not know any more. Drafts and unsent
 * messages are kept and go on from there; forms outside the inbox are not, so there it waits until they were left.
 */
export function useNewBuild(uploads: Uploads, unsaved: () => boolean): void {
  const outdated = useSyncExternalStore(watchOutdated, isOutdated, () => false);
  const path = usePathname();
  const found = useRef<string | null>(null);
  const calm = useEffectEvent(() => {
    const left = isInbox(path) || path !== found.current;
    return left && !uploads.busy && !unsaved() && !justReloaded();
  });
  const find = useEffectEvent(() => {
    found.current ??= path;
  });
  useEffect(() => {
    if (!outdated) return;
    find();
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (calm() ? location.reload() : wait()), CALM_MS);
    };
    const touches = ["keydown", "pointerdown", "input"] as const;
    for (const touch of touches) document.addEventListener(touch, wait);
    wait();
    return () => {
      clearTimeout(timer);
      for (const touch of touches) document.removeEventListener(touch, wait);
    };
  }, [outdated]);
}
