"use client";

import { useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";

/** Runs one action at a time and says in a notice why it was refused or that nothing answered. */
export function useRun() {
  const { common } = useMessages();
  const [busy, setBusy] = useState(false);

  async function run<T>(action: () => Promise<Outcome<T>>, done: (value: T) => void): Promise<void> {
    setBusy(true);
    const outcome = await action().catch(() => null);
    setBusy(false);
    if (outcome?.ok) done(outcome.value);
    else notify(outcome?.problem.message || common.noConnection, { outcome: "failed" });
  }

  return { busy, run };
}
