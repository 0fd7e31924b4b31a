"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import type { ImportView } from "#lib/imports/view-import";
import { useRun } from "../../../_shared/use-run";
import { fetchJson } from "../fetch-json";
import { endFileImportAction, importFileAction, tryFileAction, undoFileImportAction } from "./actions";

const ASK_MS = 700;
const WORKING = new Set<ImportView["state"]>(["trying", "running", "undoing"]);

/** An import as it stands, followed while something is under way, and what can be done with it. */
export function useImporting(slug: string, loaded: ImportView) {
  const [view, setView] = useState(loaded);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem);
  const importId = view.id;

  /** An answer that was overtaken by what a member began meanwhile is not taken. */
  const take = (next: ImportView) => setView((held) => (next.version < held.version ? held : next));

  const ask = useEffectEvent(async () => {
    const outcome = await fetchJson<ImportView>(`/api/v1/shops/${slug}/imports/${importId}`);
    if (outcome.ok) take(outcome.value);
    else setView((held) => ({ ...held }));
  });
  // Gone back to, a page is drawn as it was loaded once.
  useEffect(() => void ask(), []);
  useEffect(() => {
    if (!WORKING.has(view.state)) return;
    const timer = setTimeout(() => void ask(), ASK_MS);
    return () => clearTimeout(timer);
  }, [view]);

  const act = (action: () => Promise<Outcome<ImportView>>) => {
    setProblem(null);
    return run(action, take).catch(reportError);
  };
  return {
    view,
    busy,
    problem,
    tryIt: (columns: (string | null)[]) => act(() => tryFileAction(slug, { importId, columns })),
    start: () => act(() => importFileAction(slug, { importId })),
    end: () => act(() => endFileImportAction(slug, { importId })),
    undo: () => act(() => undoFileImportAction(slug, { importId })),
  };
}
