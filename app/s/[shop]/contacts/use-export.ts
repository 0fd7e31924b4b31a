"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ContactFilter } from "#lib/contacts/contact-filter";
import type { ExportView } from "#lib/privacy/contact-export/view-export";
import { notify } from "#ui/toast";
import { usePeopleMessages } from "../../../_i18n/people-language";
import { useRun } from "../../../_shared/use-run";
import { fetchJson } from "../fetch-json";
import { isPassing } from "../passing";
import { startExportAction } from "./actions";

const ASK_MS = 700;

/** Writes contacts into a file and downloads it when it is ready; meanwhile says how many are written. */
export function useExport(slug: string, filter: ContactFilter) {
  const { contactTable } = usePeopleMessages();
  const { busy: starting, run } = useRun();
  const [running, setRunning] = useState<ExportView | null>(null);

  function stop(why: string) {
    setRunning(null);
    notify(why, { outcome: "failed" });
  }
  const ask = useEffectEvent(async (asked: ExportView) => {
    const outcome = await fetchJson<ExportView>(`/api/v1/shops/${slug}/exports/${asked.id}`);
    if (!outcome.ok && isPassing(outcome.problem)) return setRunning({ ...asked });
    if (!outcome.ok) return stop(outcome.problem.message);
    if (outcome.value.state === "running") return setRunning(outcome.value);
    setRunning(null);
    notify(contactTable.exported(outcome.value.done));
    location.assign(`/api/v1/shops/${slug}/exports/${asked.id}/file`);
  });
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => void ask(running), ASK_MS);
    return () => clearTimeout(timer);
  }, [running]);

  return {
    busy: starting || running !== null,
    done: running?.done ?? 0,
    start: (ids?: string[]) =>
      run(() => startExportAction(slug, { filter, ...(ids ? { ids } : {}) }), setRunning).catch(reportError),
  };
}
