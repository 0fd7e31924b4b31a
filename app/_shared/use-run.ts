"use client";

import { useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../_i18n/language";
import { noAnswer } from "./no-answer";

type Refused = (sentence: string, ways: readonly string[]) => void;

const inNotice: Refused = (sentence) => notify(sentence, { outcome: "failed" });

/**
 * Runs one action at a time. Why it was refused, or `silence` where nothing answered, goes to `refused`, with what may be
 * done instead: by default a notice.
 */
export function useRun(refused: Refused = inNotice, silence?: string) {
  const { common } = useMessages();
  const [busy, setBusy] = useState(false);

  async function run<T>(action: () => Promise<Outcome<T>>, done: (value: T) => void): Promise<void> {
    setBusy(true);
    const outcome = await action().catch(noAnswer);
    setBusy(false);
    if (outcome?.ok) done(outcome.value);
    else refused(outcome?.problem.message || silence || common.noConnection, outcome?.problem.ways ?? []);
  }

  return { busy, run };
}
