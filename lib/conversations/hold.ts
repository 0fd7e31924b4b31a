/** The longest that a message is held back for its author to think again, in seconds. */
export const HOLD_MAX = 60;

/** Whether a message waits, or an event tells of one that waited, only so that it could be taken back. */
export function isHold({ createdAt, sendAt }: { createdAt: string; sendAt: string }): boolean {
  return Date.parse(sendAt) - Date.parse(createdAt) <= HOLD_MAX * 1000;
}
