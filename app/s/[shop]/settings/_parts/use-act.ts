"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../_shared/no-answer";
import { saving } from "../../../../_shared/touched-fields";

/**
 * Runs an action and says how it ended: `done` (or what it makes of the value) in a notice and the page drawn anew, or
 * the refusal's sentence. `pending` is true until the new page is there.
 */
export function useAct(): {
  pending: boolean;
  act: <T>(run: () => Promise<Outcome<T>>, done: string | ((value: T) => string), after?: (value: T) => void) => void;
} {
  const { common } = useMessages();
  const router = useRouter();
  const [pending, start] = useTransition();
  const act = <T>(run: () => Promise<Outcome<T>>, done: string | ((value: T) => string), after?: (value: T) => void) =>
    start(async () => {
      const saved = saving();
      const outcome = await run().catch(noAnswer);
      if (!outcome?.ok) {
        notify(outcome?.problem.message ?? common.noConnection, { outcome: "failed" });
        return;
      }
      saved();
      notify(typeof done === "string" ? done : done(outcome.value));
      after?.(outcome.value);
      router.refresh();
    });
  return { pending, act };
}
