"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "#ui/button";
import { Spinner } from "#ui/spinner";
import { useMessages } from "../../../../_i18n/language";
import { useInbox } from "./inbox-context";

/** Loads the page before, whenever the top of what is held comes into sight. */
export function Older({ id }: { id: string }) {
  const { inbox, common } = useMessages();
  const { loader } = useInbox();
  const [failed, setFailed] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const load = async () => setFailed((await loader.older(id)) !== null);
  const loadSeen = useEffectEvent(() => load().catch(reportError));
  useEffect(() => {
    if (!top.current || failed) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadSeen(), { rootMargin: "300px" });
    seen.observe(top.current);
    return () => seen.disconnect();
  }, [failed]);
  return (
    <div ref={top} className="grid min-h-11 place-items-center text-caption text-ink-3">
      {failed ? (
        <span role="alert" className="flex items-center gap-2 py-2">
          {inbox.olderFailed}{" "}
          <Button size="sm" onClick={load}>
            {common.tryAgain}
          </Button>
        </span>
      ) : (
        <Spinner />
      )}
    </div>
  );
}
