"use client";

import { useMemo, useRef, useState } from "react";
import { hearInExcerpt, meets, type ThreadPlace } from "#lib/conversations/excerpt";
import { hasPlace } from "#lib/conversations/thread-items";
import { applyToTimeline, type Timeline, timelineOf } from "#lib/conversations/timeline";
import type { MessageView } from "#lib/conversations/view-message";
import type { Outcome, Problem } from "#lib/http/outcome";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";

const firstOf = (run: Timeline) => run.messages[0]?.seq ?? 1;
const lastOf = (run: Timeline) => run.messages.at(-1)?.seq ?? 0;

/**
 * A run of messages far from the newest, read in place of them. Once it has grown up to those that are held, it is
 * theirs and the thread goes on to the newest.
 */
export function useExcerpt(id: string) {
  const { threads } = useShop();
  const { loader } = useInbox();
  const now = useRef<Timeline>(null);
  const [excerpt, setExcerpt] = useState<Timeline | null>(null);

  const acts = useMemo(() => {
    function put(next: Timeline | null) {
      const held = threads.get(id);
      const joined = next !== null && held !== undefined && meets(next, held);
      if (joined) loader.take(next);
      now.current = joined ? null : next;
      setExcerpt(now.current);
    }
    async function grow(place: { before: number } | { after: number }, onCome = () => {}): Promise<Problem | null> {
      const answer = await loader.page(id, place);
      if (!answer.ok) return answer.problem;
      if (!now.current) return null;
      onCome();
      put(applyToTimeline(now.current, { type: "messages.loaded", ...answer.value }));
      return null;
    }
    return {
      /** Answers with the first message from the place on, once it is held; null where there is none. */
      async goTo(place: ThreadPlace): Promise<Outcome<MessageView | null>> {
        const answer = await loader.page(id, place);
        if (!answer.ok) return answer;
        const { found, messages } = answer.value;
        put(found === undefined ? null : timelineOf(answer.value));
        const from = found ?? Number.POSITIVE_INFINITY;
        return { ok: true, value: messages.find((message) => message.seq >= from && hasPlace(message)) ?? null };
      },
      older: async () => (now.current ? grow({ before: firstOf(now.current) }) : null),
      /** Calls `onCome` once they are there, before they are put on the screen. */
      newer: async (onCome: () => void) => (now.current ? grow({ after: lastOf(now.current) }, onCome) : null),
      hear(message: MessageView) {
        if (now.current) put(hearInExcerpt(now.current, message));
      },
      /** Reads once more what it holds, after a silence. */
      async resync(): Promise<void> {
        const held = now.current;
        for (let after = held ? firstOf(held) - 1 : 0; held && now.current && after < lastOf(held); ) {
          const answer = await loader.page(id, { after });
          if (!answer.ok || answer.value.messages.length === 0) return;
          const upTo = answer.value.messages.filter(({ seq }) => seq <= lastOf(held));
          if (now.current)
            put(applyToTimeline(now.current, { ...answer.value, type: "messages.loaded", messages: upTo }));
          after = answer.value.messages.at(-1)?.seq ?? lastOf(held);
        }
      },
      leave: () => put(null),
    };
  }, [id, threads, loader]);

  return useMemo(() => ({ held: excerpt, ...acts }), [excerpt, acts]);
}

export type Excerpt = ReturnType<typeof useExcerpt>;
