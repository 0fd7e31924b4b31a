"use client";

import { useEffect, useRef } from "react";

/** So near the end counts as reading the newest, in pixels. */
const NEAR = 60;

/** Keeps the end of what grows in sight, unless the person has scrolled up to read. */
export function useFollow<Scroller extends HTMLElement, Content extends HTMLElement>() {
  const scroller = useRef<Scroller>(null);
  const content = useRef<Content>(null);
  const following = useRef(true);
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      if (following.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    });
    for (const { current } of [scroller, content]) if (current) watch.observe(current);
    return () => watch.disconnect();
  }, []);
  const onScroll = () => {
    const at = scroller.current;
    if (at) following.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR;
  };
  return { scroller, content, onScroll };
}
