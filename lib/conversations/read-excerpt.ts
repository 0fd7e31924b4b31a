import type { Outcome, Problem } from "#lib/http/outcome";
import { hearInExcerpt, type ThreadPlace } from "./excerpt";
import type { ThreadView } from "./load-thread";
import { hasPlace } from "./thread-items";
import { applyToTimeline, type Timeline, timelineOf } from "./timeline";
import type { MessageView } from "./view-message";

type Window = {
  page: (place: ThreadPlace | { before: number } | { after: number }) => Promise<Outcome<ThreadView>>;
  /** Takes a run that meets the newest messages to them; false when something is missing between. */
  join: (run: Timeline) => boolean;
  show: (run: Timeline | null) => void;
};

const firstOf = (run: Timeline) => run.messages[0]?.seq ?? 1;
const lastOf = (run: Timeline) => run.messages.at(-1)?.seq ?? 0;

/**
 * Reads a run of messages far from the newest and lets it grow. The place asked for last is the one that is shown: an
 * answer that was asked for at another, or before leaving it, changes nothing, so the run never has a hole.
 */
export function readExcerpt({ page, join, show }: Window) {
  let now: Timeline | null = null;
  let visit = 0;

  function put(next: Timeline | null) {
    now = next && join(next) ? null : next;
    show(now);
  }
  async function grow(place: { before: number } | { after: number }, onCome = () => {}): Promise<Problem | null> {
    const here = visit;
    const answer = await page(place);
    if (here !== visit) return null;
    if (!answer.ok) return answer.problem;
    if (!now) return null;
    onCome();
    put(applyToTimeline(now, { type: "messages.loaded", ...answer.value }));
    return null;
  }
  return {
    /** Answers with the first message from the place on, once it is held; null where there is none. */
    async goTo(place: ThreadPlace): Promise<Outcome<MessageView | null>> {
      visit += 1;
      const here = visit;
      const answer = await page(place);
      if (!answer.ok) return answer;
      const { found, messages } = answer.value;
      if (here === visit) put(found === undefined ? null : timelineOf(answer.value));
      const from = found ?? Number.POSITIVE_INFINITY;
      return { ok: true, value: messages.find((message) => message.seq >= from && hasPlace(message)) ?? null };
    },
    older: async () => (now ? grow({ before: firstOf(now) }) : null),
    /** Calls `onCome` once they are there, before they are put on the screen. */
    newer: async (onCome: () => void) => (now ? grow({ after: lastOf(now) }, onCome) : null),
    hear(message: MessageView) {
      if (now) put(hearInExcerpt(now, message));
    },
    /** Reads once more what it holds, after a silence. */
    async resync(): Promise<void> {
      const here = visit;
      const held = now;
      for (let after = held ? firstOf(held) - 1 : 0; held && after < lastOf(held); ) {
        const answer = await page({ after });
        if (here !== visit || !now || !answer.ok || answer.value.messages.length === 0) return;
        const upTo = answer.value.messages.filter(({ seq }) => seq <= lastOf(held));
        put(applyToTimeline(now, { ...answer.value, type: "messages.loaded", messages: upTo }));
        after = answer.value.messages.at(-1)?.seq ?? lastOf(held);
      }
    },
    leave() {
      visit += 1;
      put(null);
    },
  };
}
