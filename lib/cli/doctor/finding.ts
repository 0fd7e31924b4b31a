/** What was looked at, how it is, and, unless it is well, what to do. */
export type Finding = {
  what: string;
  state: "well" | "warning" | "failed" | "skipped";
  found: string;
  advice?: string;
};

const SIGNS = { well: "ok  ", warning: "look", failed: "MEND", skipped: "-   " };
const WIDTH = 22;

/** One line for one finding. */
export function line({ what, state, found, advice }: Finding): string {
  return `${SIGNS[state]}  ${what.padEnd(WIDTH)}  ${found}${advice ? ` → ${advice}` : ""}`;
}
