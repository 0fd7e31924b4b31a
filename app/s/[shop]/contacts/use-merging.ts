"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { mergeContactsAction, undoMergeAction } from "./actions";

/** Joins another contact with this one and parts them again; says what was done, with the way back. */
export function useMerging(slug: string, contactId: string) {
  const { contactMerge, common } = useMessages();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function run<T>(action: () => Promise<Outcome<T>>, done: (value: T) => void): Promise<void> {
    setBusy(true);
    const outcome = await action().catch(() => null);
    setBusy(false);
    if (outcome?.ok) done(outcome.value);
    else notify(outcome?.problem.message || common.noConnection, { outcome: "failed" });
  }

  const show = (id: string) =>
    id === contactId ? router.refresh() : router.replace(`/s/${slug}/contacts/${id}`, { scroll: false });

  const undo = (mergeId: string) =>
    run(
      () => undoMergeAction(slug, { mergeId }),
      ({ keptId }) => {
        notify(contactMerge.undone);
        show(keptId);
      },
    );

  const merge = (otherId: string) =>
    run(
      () => mergeContactsAction(slug, { contactId, otherId }),
      ({ contactId: leftId, mergeId }) => {
        const way = mergeId ? { undo: { label: contactMerge.undo, run: () => void undo(mergeId) } } : {};
        notify(mergeId ? contactMerge.joined : contactMerge.already, way);
        show(leftId);
      },
    );

  return { busy, merge, undo };
}
