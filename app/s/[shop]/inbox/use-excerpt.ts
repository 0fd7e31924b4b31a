"use client";

import { useMemo, useState } from "react";
import { meets } from "#lib/conversations/excerpt";
import { readExcerpt } from "#lib/conversations/read-excerpt";
import type { Timeline } from "#lib/conversations/timeline";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";

/**
 * A run of messages far from the newest, read in place of them. Once it has grown up to those that are held, it is
 * theirs and the thread goes on to the newest.
 */
export function useExcerpt(id: string) {
  const { threads } = useShop();
  const { loader } = useInbox();
  const [excerpt, setExcerpt] = useState<Timeline | null>(null);

  const acts = useMemo(
    () =>
      readExcerpt({
        page: (place) => loader.page(id, place),
        join(run) {
          const held = threads.get(id);
          const joins = held !== undefined && meets(run, held);
          if (joins) loader.take(run);
          return joins;
        },
        show: setExcerpt,
      }),
    [id, threads, loader],
  );

  return useMemo(() => ({ held: excerpt, ...acts }), [excerpt, acts]);
}

export type Excerpt = ReturnType<typeof useExcerpt>;
