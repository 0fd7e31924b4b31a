"use client";

import { useRouter } from "next/navigation";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useRun } from "../../../_shared/use-run";
import { mergeContactsAction, undoMergeAction } from "./actions";

/** Joins another contact with this one and parts them again; says what was done, with the way back. */
export function useMerging(slug: string, contactId: string) {
  const { contactMerge } = useMessages();
  const router = useRouter();
  const { busy, run } = useRun();

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
