import type { ImportRow } from "./kinds";

/** A line that was not taken: the key of the sentence that says why, and the other line it may speak of. */
export type RefusedLine = { line: number; problem: string; about: number | null };

export type ImportView = {
  id: string;
  kind: ImportRow["kind"];
  state: ImportRow["state"];
  version: number;
  fileName: string;
  total: number;
  position: number;
  counts: Pick<ImportRow, "fresh" | "joined" | "unchanged" | "refused">;
  removed: number;
  stoppedBy: ImportRow["stoppedBy"];
  columns: (string | null)[];
  /** When the file is forgotten, and with it the list of refused lines; null when it is. */
  fileUntil: string | null;
  /** The first of them. */
  refusedLines: RefusedLine[];
};

/** An import as its page shows it. */
export function viewImport(row: ImportRow, refusedLines: RefusedLine[]): ImportView {
  const { id, kind, state, version, fileName, total, position, removed, stoppedBy, columns } = row;
  const { fresh, joined, unchanged, refused } = row;
  return {
    ...{ id, kind, state, version, fileName, total, position, removed, stoppedBy, columns, refusedLines },
    counts: { fresh, joined, unchanged, refused },
    fileUntil: row.fileUntil?.toISOString() ?? null,
  };
}
