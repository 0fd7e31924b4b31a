"use client";

import { useState } from "react";
import { type DraftGroup, draftGroupOf, filterOfDraft, firstUnsaid } from "#lib/conversations/views/draft-group";
import type { SaveView } from "#lib/conversations/views/input";
import type { SavedView } from "#lib/conversations/views/list-views";
import { useMessages } from "../../../_i18n/language";
import { newKey } from "../../../_shared/new-key";
import { BEGINNINGS } from "./conditions";

type ViewDraft = Pick<SaveView, "name" | "shared" | "order"> & { group: DraftGroup };

function draftOf(view: SavedView | null): ViewDraft {
  const { name, shared, order, filter } = view ?? {
    ...{ name: "", shared: false, order: "newest" as const },
    filter: { all: [BEGINNINGS.status] },
  };
  return { name, shared, order, group: draftGroupOf(filter, newKey) };
}

/** A view being made or changed: its conditions as lines, and what is kept of it. */
export function useViewDraft(view: SavedView | null) {
  const { views } = useMessages();
  const [begun] = useState(() => draftOf(view));
  const [draft, setDraft] = useState(begun);
  const { name, shared, order, group } = draft;

  /** What still has to be chosen, as a sentence, or null. */
  function missing(): string | null {
    const unsaid = firstUnsaid(group);
    if (!unsaid) return null;
    if ("of" in unsaid) return unsaid === group ? views.needsOne : views.emptyGroup;
    return views.incomplete(views.fields[unsaid.condition.field]);
  }
  return {
    draft,
    change: (next: Partial<ViewDraft>) => setDraft((held) => ({ ...held, ...next })),
    kept: { name: name.trim(), shared, order, filter: filterOfDraft(group) },
    missing,
    changed: draft !== begun,
  };
}
