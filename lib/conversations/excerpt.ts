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

/** An excerpt with a message that came or changed: what lies outside its run is not of it. */
export function hearInExcerpt(excerpt: Timeline, message: MessageView): Timeline {
  const first = excerpt.messages[0]?.seq ?? 0;
  if (message.seq < first || message.seq > lastOf(excerpt)) return excerpt;
  return applyToTimeline(excerpt, { type: "message.stored", message });
}
