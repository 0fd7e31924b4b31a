"use client";

import { useRouter } from "next/navigation";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useRun } from "../../../_shared/use-run";
import { mergeContactsAction, undoMergeAction } from "./actions";

/** Goes to a contact's page, or draws it anew where it is shown. */
export function useShowContact(slug: string, contactId: string): (id: string) => void {
  const router = useRouter();
  return (id) => (id === contactId ? router.refresh() : router.replace(`/s/${slug}/contacts/${id}`, { scroll: false }));
}

/**
 * Joins another contact with this one and parts them again; says what was done, with the way back. `show` is called with
 * the contact that is left.
 */
export function useMerging(slug: string, contactId: string, show: (id: string) => void) {
  const { contactMerge } = useMessages();
  const { busy, run } = useRun();

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
