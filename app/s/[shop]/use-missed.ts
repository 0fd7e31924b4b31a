"use client";

import { useEffect, useState } from "react";
import { tabIcon } from "#lib/core/tab-icon";
import { MARK } from "../../_ui/logo-paths";

/** Puts a number before the tab's title and into its icon while it is above 0. */
function useTabNumber(count: number): void {
  useEffect(() => {
    if (count === 0) return;
    document.title = `(${count}) ${document.title.replace(/^\(\d+\) /, "")}`;
    const icons = [...document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')];
    const former = icons.map(({ href }) => href);
    for (const icon of icons) icon.href = tabIcon(count, MARK);
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, "");
      icons.forEach((icon, at) => {
        icon.href = former[at] ?? icon.href;
      });
    };
  }, [count]);
}

/** Counts in the tab what came while nobody looked at this window; looking ends it. */
export function useMissed(): () => void {
  const [missed, setMissed] = useState(0);
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && setMissed(0);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  useTabNumber(missed);
  return () => setMissed((n) => n + 1);
}
