/** The box of every text control: the edge, the ground, and focus drawn on the edge. */
export const CONTROL_BOX =
  "flex w-full items-center gap-2 rounded-md border border-control bg-surface text-body text-ink focus-within:border-transparent focus-within:ring-focus focus-within:-outline-offset-1 has-aria-invalid:border-danger-dot has-disabled:border-line has-disabled:bg-hover has-disabled:text-ink-3";
