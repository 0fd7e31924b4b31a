"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Problem } from "#lib/http/outcome";
import { Button } from "#ui/button";
import { Spinner } from "#ui/spinner";
import { useMessages } from "../../../../_i18n/language";
import { watchSight } from "../../../../_shared/watch-sight";

type Props = {
  /** Null while what is held up to here is not all drawn. */
  onLoad: (() => Promise<Problem | null>) | null;
  failure: string;
};

/**
 * An end of the messages held, beyond which there are more: they are loaded whenever it comes into sight. Each end has a
 * key of its own, so that one still in sight loads the next; no browser may hold the view at it, for it moves.
 */
export function PageEdge({ onLoad, failure }: Props) {
  const { common } = useMessages();
  const [failed, setFailed] = useState(false);
  const edge = useRef<HTMLDivElement>(null);
  const idle = onLoad === null;
  const load = async () => setFailed(((await onLoad?.()) ?? null) !== null);
  const loadSeen = useEffectEvent(() => load().catch(reportError));
  useEffect(() => {
    if (!edge.current || failed || idle) return;
    return watchSight(edge.current, (seen) => seen && loadSeen(), 300);
  }, [failed, idle]);
  return (
    <div ref={edge} className="grid min-h-11 place-items-center text-caption text-ink-3 [overflow-anchor:none]">
      {failed ? (
        <span role="alert" className="flex items-center gap-2 py-2">
          {failure}{" "}
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
