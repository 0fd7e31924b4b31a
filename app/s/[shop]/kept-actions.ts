import type { SendActions } from "#lib/conversations/send-actions/no-actions";
import { keepText, keptText } from "../../_shared/kept-text";

const keyOf = (memberId: string, place: string) => `comptoir:send-actions:${memberId}:${place}`;

/** Whether this says what is done when a message goes, as it is kept beside a text. */
export function areActions(value: unknown): value is SendActions {
  const { tagIds, assign, priority, close }: Partial<Record<string, unknown>> = Object(value);
  const areIds = Array.isArray(tagIds) && tagIds.every((id) => typeof id === "string");
  return areIds && assign !== undefined && priority !== undefined && typeof close === "boolean";
}

/** Keeps on this browser what is done when what is written in a box goes; null for nothing. */
export function keepActions(memberId: string, place: string, actions: SendActions | null): void {
  keepText(keyOf(memberId, place), actions ? JSON.stringify(actions) : "");
}

/** What is done when what is written in a box goes, or null. */
export function keptActions(memberId: string, place: string): SendActions | null {
  try {
    const value: unknown = JSON.parse(keptText(keyOf(memberId, place)) || "null");
    return areActions(value) ? value : null;
  } catch {
    return null;
  }
}
