import type { VisitorMessageView } from "./views";

/** Whether a message has anything to show her; the others keep their place in the numbering only. */
export function isShown({ kind, event }: VisitorMessageView): boolean {
  return kind !== "event" || /^(permission_(given|withdrawn)|signed_in)$/.test(event?.type ?? "");
}
