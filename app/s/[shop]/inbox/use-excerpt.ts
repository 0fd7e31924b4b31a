"use client";

import { useMemo, useState } from "react";
import { letOlderGo, meets, part } from "#lib/conversations/excerpt";
import { readExcerpt } from "#lib/conversations/read-excerpt";
import type { Timeline } from "#lib/conversations/timeline";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";

/**
 * A run of messages far from the newest, read in place of them: of a place that was gone to, or what a reader has gone
 * up to. Once it has grown up to those that are held, it is theirs and the thread goes on to the newest.
 */
export function useExcerpt(id: string) {
  const { threads } = useShop();
  const { loader } = useInbox();
  const [excerpt, setExcerpt] = useState<Timeline | null>(null);

  const acts = useMemo(() => {
    const read = readExcerpt({
      page: (place) => loader.page(id, place),
      older: () => loader.older(id),
      part(inSight) {
        const held = threads.get(id);
        const parted = held ? part(held, inSight) : null;
        if (parted) threads.set(id, parted.newest);
        return parted?.excerpt ?? null;
      },
      join(run) {
        const held = threads.get(id);
        const joins = held !== undefined && meets(run, held);
        if (joins) loader.take(run);
        return joins;
      },
      show: setExcerpt,
    });
    /** At the newest, lets go what is far above. */
    const rest = () => threads.change(id, (held) => letOlderGo(held, null));
    return { ...read, rest };
  }, [id, threads, loader]);

  return useMemo(() => ({ held: excerpt, ...acts }), [excerpt, acts]);
}

export type Excerpt = ReturnType<typeof useExcerpt>;
