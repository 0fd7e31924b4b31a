"use client";

import { useEffect, useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { WidgetDraft } from "#lib/connect/widget/input";
import type { WidgetView } from "#lib/connect/widget/load-widget";
import type { Problem } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import { savingPage } from "../../../../../_shared/touched-fields";
import { useShop } from "../../../_parts/live-shop";
import { saveWidgetAction } from "../actions";

/** What is still wrong once some parts of the draft were changed. */
function without(problem: Problem, parts: string[]): Problem | null {
  if (!problem.fields) return problem;
  const left = Object.entries(problem.fields).filter(([path]) => !parts.includes(path.split(".")[1] ?? ""));
  return left.length > 0 ? { ...problem, fields: Object.fromEntries(left) } : null;
}

/** The chat's settings as they are published, and as they are being changed, which nothing but their writer replaces. */
export function useWidget(loaded: WidgetView) {
  const { slug } = useShop();
  const { widgetSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const [saved, setSaved] = useState(loaded);
  const [draft, setDraft] = useState(loaded.draft);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved.draft);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);

  const publish = (onRefused: () => void) =>
    start(async () => {
      const kept = savingPage();
      const outcome = await saveWidgetAction(slug, { draft, version: saved.version }).catch(noAnswer);
      if (!outcome?.ok) {
        setProblem(outcome?.problem ?? { code: "unavailable", message: common.noConnection });
        onRefused();
        return;
      }
      kept();
      setSaved(outcome.value);
      setDraft((now) => (now === draft ? outcome.value.draft : now));
      setProblem(null);
      notify(texts.published);
    });

  return {
    ...{ saved: { ...saved, seen: loaded.seen ?? saved.seen }, draft, dirty, problem, pending, publish },
    change(next: Partial<WidgetDraft>) {
      setDraft((before) => ({ ...before, ...next }));
      setProblem((before) => before && without(before, Object.keys(next)));
    },
    /** What is wrong with a part of the draft: "hours.1.0.to". */
    problemOf: (path: string) => problem?.fields?.[`draft.${path}`],
  };
}

export type WidgetControls = ReturnType<typeof useWidget>;
