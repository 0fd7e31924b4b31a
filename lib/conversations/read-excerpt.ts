import type { Outcome, Problem } from "#lib/http/outcome";
import { hearInExcerpt, letNewerGo, letOlderGo, type ThreadPlace } from "./excerpt";
import type { ThreadView } from "./load-thread";
import { hasPlace } from "./thread-items";
import { applyToTimeline, type Timeline, timelineOf } from "./timeline";
import type { MessageView } from "./view-message";

/** Looks what stands in sight: the id of a message, and how to hold it in its place while others come or go around it. */
export type Look = () => { id: string; hold: () => void } | null;

type Window = {
  page: (place: ThreadPlace | { before: number } | { after: number }) => Promise<Outcome<ThreadView>>;
  /** Reads the page before those held up to the newest. */
  older: () => Promise<Problem | null>;
  /** Parts what is held up to the newest where it grew too long; the older part, or null. */
  part: (inSight: string | null) => Timeline | null;
  /** Takes a run that meets the newest messages to them; false when something is missing between. */
  join: (run: Timeline) => boolean;
  show: (run: Timeline | null) => void;
};

const firstOf = (run: Timeline) => run.messages[0]?.seq ?? 1;
const lastOf = (run: Timeline) => run.messages.at(-1)?.seq ?? 0;

/** Whether messages go on where a run begins or ends: it may have lost an end since they were asked for. */
function touches(run: Timeline, messages: readonly MessageView[]): boolean {
  const [first, last] = [messages[0], messages.at(-1)];
  return !first || !last || (first.seq <= lastOf(run) + 1 && last.seq >= firstOf(run) - 1);
}

/**
 * Reads a run of messages far from the newest and lets it grow at one end, and go at the other. The place asked for last
 * is the one that is shown: an answer that was asked for at another, or before leaving it, changes nothing, so the run
 * never has a hole.
 */
export function readExcerpt({ page, older, part, join, show }: Window) {
  let now: Timeline | null = null;
  let visit = 0;
  const listening = new Set<MessageView[]>();

  /** A page as it is by the time it comes: what was told meanwhile counts. */
  async function ask(place: ThreadPlace | { before: number } | { after: number }): Promise<Outcome<ThreadView>> {
    const meanwhile: MessageView[] = [];
    listening.add(meanwhile);
    const answer = await page(place).finally(() => listening.delete(meanwhile));
    if (!answer.ok) return answer;
    const { messages } = hearInExcerpt(timelineOf(answer.value), meanwhile);
    return { ok: true, value: { ...answer.value, messages: [...messages] } };
  }
  function put(next: Timeline | null) {
    now = next && join(next) ? null : next;
    show(now);
  }
  async function grow(
    place: { before: number } | { after: number },
    look: Look,
    letGo: (run: Timeline, inSight: string | null) => Timeline,
  ): Promise<Problem | null> {
    const here = visit;
    const answer = await ask(place);
    if (here !== visit) return null;
    if (!answer.ok) return answer.problem;
    if (!now || !touches(now, answer.value.messages)) return null;
    const grown = applyToTimeline(now, { type: "messages.loaded", ...answer.value });
    if (grown.messages === now.messages) return null;
    const seen = look();
    seen?.hold();
    put(letGo(grown, seen?.id ?? null));
    return null;
  }
  /** Reads a message of which a newer version is known to exist, where it is shown. */
  async function hint(seq: number, version: number): Promise<void> {
    const here = visit;
    if (!now?.messages.some((message) => message.seq === seq && message.version < version)) return;
    const answer = await ask({ around: seq });
    if (here === visit && now && answer.ok) put(hearInExcerpt(now, answer.value.messages));
  }
  return {
    hint,
    /** Answers with the first message from the place on, once it is held; null where there is none. */
    async goTo(place: ThreadPlace): Promise<Outcome<MessageView | null>> {
      visit += 1;
      const here = visit;
      const answer = await ask(place);
      if (!answer.ok) return answer;
      const { found, messages } = answer.value;
      if (here === visit) put(found === undefined ? null : timelineOf(answer.value));
      const from = found ?? Number.POSITIVE_INFINITY;
      return { ok: true, value: messages.find((message) => message.seq >= from && hasPlace(message)) ?? null };
    },
    /** The page before what is shown; of those up to the newest it makes an excerpt once they are too many. */
    async older(look: Look): Promise<Problem | null> {
      if (now) return grow({ before: firstOf(now) }, look, letNewerGo);
      const here = visit;
      const problem = await older();
      if (here !== visit || now) return problem;
      const seen = look();
      const parted = part(seen?.id ?? null);
      if (!parted) return problem;
      seen?.hold();
      put(parted);
      await Promise.all(Object.entries(parted.hinted).map(([seq, version]) => hint(Number(seq), version)));
      return problem;
    },
    newer: async (look: Look) => (now ? grow({ after: lastOf(now) }, look, letOlderGo) : null),
    hear(message: MessageView) {
      for (const meanwhile of listening) meanwhile.push(message);
      if (now) put(hearInExcerpt(now, [message]));
    },
    /** Reads once more what it holds, after a silence. */
    async resync(): Promise<void> {
      const here = visit;
      const held = now;
      for (let after = held ? firstOf(held) - 1 : 0; held && after < lastOf(held); ) {
        const answer = await ask({ after });
        if (here !== visit || !now || !answer.ok || answer.value.messages.length === 0) return;
        put(hearInExcerpt(now, answer.value.messages));
        after = answer.value.messages.at(-1)?.seq ?? lastOf(held);
      }
    },
    leave() {
      visit += 1;
      put(null);
    },
  };
}
