import type { Draft } from "./timeline";
import { fieldsOf } from "./views";

/** What she typed: the unsent text in the box, which message it answers, and the messages not stored yet. */
export type Kept = { text: string; quoting: string; drafts: readonly Draft[] };

/**
 * What was kept in this tab before a reload or a crash. A message whose sending was cut short waits to be sent again
 * under its own key. Where storage is refused, nothing was kept.
 */
export function recall(key: string): Kept {
  try {
    const kept = fieldsOf(JSON.parse(sessionStorage.getItem(key) ?? "{}"));
    const drafts = Array.isArray(kept.drafts) ? kept.drafts.filter(isDraft) : [];
    const textOf = (value: unknown) => (typeof value === "string" ? value : "");
    return {
      text: textOf(kept.text),
      quoting: textOf(kept.quoting),
      drafts: drafts.map((draft) => (draft.state === "sending" ? { ...draft, state: "waiting" } : draft)),
    };
  } catch {
    return { text: "", quoting: "", drafts: [] }; // refused storage, or text of someone else's making: as if nothing was kept
  }
}

/** Keeps it for a reload of this tab; files on their way are beyond what it can hold. */
export function keep(key: string, { text, quoting, ...kept }: Kept) {
  const drafts = kept.drafts.filter(({ file }) => !file);
  try {
    if (text || quoting || drafts.length > 0) sessionStorage.setItem(key, JSON.stringify({ text, quoting, drafts }));
    else sessionStorage.removeItem(key);
  } catch {} // storage is refused or full: the text stays on screen, and is lost only with the page
}

function isDraft(value: unknown): value is Draft {
  const { clientKey, body, state } = fieldsOf(value);
  return typeof clientKey === "string" && typeof body === "string" && typeof state === "string";
}
