/** What another app does with a thread: takes it, gives it to ours, or asks ours for it. */
export const HANDOVER_MOVES = ["take", "pass", "request"] as const;
export type HandoverMove = (typeof HANDOVER_MOVES)[number];
