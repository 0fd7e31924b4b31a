import { now } from "#lib/core/clock";
import type { ImportRow } from "./import-row";

/** Why an import does not go on: keys of the catalogue `messengerHistory.problems`. */
const IMPORT_PROBLEMS = ["resting", "page_paused", "permission", "refused"] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

export type ImportView = {
  id: string;
  channelId: string;
  version: number;
  state: "running" | "paused" | "done" | "cancelled" | "failed";
  /** Whether only what was missed while the Page was not connected is fetched. */
  missed: boolean;
  /** Whether the threads are still being counted; `expected` grows meanwhile. */
  counting: boolean;
  imported: number;
  /** About how many there are in all; null when the platform does not say. */
  expected: number | null;
  /** The instant of the oldest message so far. */
  backTo: string | null;
  /** Milliseconds until the end at the pace so far; null when nobody can tell. */
  leftMs: number | null;
  problem: ImportProblem | null;
  /** When it goes on by itself, while it rests. */
  restsUntil: string | null;
};

function leftMs({ state, phase, imported, expected, run }: ImportRow): number | null {
  if (state !== "running" || phase !== "fetching" || !expected || !run) return null;
  const brought = imported - run.imported;
  if (brought <= 0) return null;
  const passed = now().getTime() - Date.parse(run.startedAt);
  return Math.max(0, Math.round(((expected - imported) * passed) / brought));
}

/** An import as its card shows it. */
export function viewImport(row: ImportRow): ImportView {
  const resting = row.state === "running" && row.problem === "resting";
  return {
    id: row.id,
    channelId: row.channelId,
    version: row.version,
    state: row.state,
    missed: row.since !== null,
    counting: row.phase === "counting",
    imported: row.imported,
    expected: row.expected ? Math.max(row.expected, row.imported) : null,
    backTo: row.backTo?.toISOString() ?? null,
    leftMs: leftMs(row),
    problem: IMPORT_PROBLEMS.find((key) => key === row.problem) ?? null,
    restsUntil: resting ? (row.calledAt?.toISOString() ?? null) : null,
  };
}
