import type { Timeline } from "./timeline";
import { applyToTimeline } from "./timeline";
import type { MessageView } from "./view-message";

/** Where in a conversation somebody wants to be: at a message, by its id or number, or from an instant (ISO 8601) on. */
export type ThreadPlace = { message: string } | { around: number } | { since: string };

const lastOf = ({ messages }: Timeline) => messages.at(-1)?.seq ?? 0;

/** Whether no message is missing between an excerpt, an unbroken run of older messages, and those held up to the newest. */
export function meets(excerpt: Timeline, held: Timeline): boolean {
  const first = held.messages[0]?.seq;
  return first === undefined || lastOf(excerpt) >= first - 1;
}

/** As many messages as are drawn of a thread while somebody scrolls in it: of more, the far end is let go. */
export const MOST_DRAWN = 300;
/** As many as stay held up to the newest while older ones are read. */
const NEWEST = 50;
/** So many before and after what stands in sight are never let go. */
const NEAR = 50;

/** The places at which nothing before was written later than anything after: only there a run can lose its end unseen. */
function cuts(messages: readonly MessageView[]): number[] {
  const earliest: string[] = [];
  for (let at = messages.length - 1, min = "~"; at >= 0; at -= 1) {
    const { createdAt = "~" } = messages[at] ?? {};
    min = createdAt < min ? createdAt : min;
    earliest[at] = min;
  }
  let latest = "";
  return messages.flatMap(({ createdAt }, at) => {
    const before = latest;
    latest = createdAt > latest ? createdAt : latest;
    return at > 0 && before <= (earliest[at] ?? "") ? [at] : [];
  });
}

/** A run without what is over the most at its newest end. `inSight` is the id of a message that stands on the screen. */
export function letNewerGo(run: Timeline, inSight: string | null): Timeline {
  const { messages } = run;
  if (messages.length <= MOST_DRAWN) return run;
  const seen = messages.findIndex(({ id }) => id === inSight);
  const end = cuts(messages).find((cut) => cut >= Math.max(MOST_DRAWN, seen + NEAR));
  return end === undefined ? run : { ...run, messages: messages.slice(0, end) };
}

/** The same at its oldest end, down to `most`. */
export function letOlderGo(run: Timeline, inSight: string | null, most = MOST_DRAWN): Timeline {
  const { messages } = run;
  if (messages.length <= most) return run;
  const seen = messages.findIndex(({ id }) => id === inSight);
  const latest = Math.min(messages.length - most, seen === -1 ? messages.length : seen - NEAR);
  const start = cuts(messages)
    .filter((cut) => cut <= latest)
    .at(-1);
  return start === undefined ? run : { ...run, messages: messages.slice(start) };
}

/** What grew too long up to the newest, as an excerpt to go on reading in and the newest alone; null while nothing would be let go between. */
export function part(held: Timeline, inSight: string | null): { excerpt: Timeline; newest: Timeline } | null {
  const excerpt = letNewerGo(held, inSight);
  const newest = letOlderGo(held, null, NEWEST);
  return meets(excerpt, newest) ? null : { excerpt, newest };
}

/** An excerpt with messages that came or changed: what lies outside its run is not of it. */
export function hearInExcerpt(excerpt: Timeline, heard: readonly MessageView[]): Timeline {
  const first = excerpt.messages[0]?.seq ?? 0;
  const messages = heard.filter(({ seq }) => seq >= first && seq <= lastOf(excerpt));
  return messages.length === 0 ? excerpt : applyToTimeline(excerpt, { ...excerpt, type: "messages.loaded", messages });
}
