"use client";

import { useState } from "react";
import { type DraftGroup, draftGroupOf, filterOfDraft, firstUnsaid } from "#lib/conversations/views/draft-group";
import type { Filter } from "#lib/conversations/views/filter";
import type { SaveView } from "#lib/conversations/views/input";
import type { SavedView } from "#lib/conversations/views/list-views";
import { useMessages } from "../../../_i18n/language";
import { newKey } from "../../../_shared/new-key";
import { BEGINNINGS } from "./conditions";

type ViewDraft = Pick<SaveView, "name" | "shared" | "order"> & { group: DraftGroup };

function draftOf(view: SavedView | null, begin: Filter): ViewDraft {
  const { name, shared, order, filter } = view ?? {
    ...{ name: "", shared: false, order: "newest" as const },
    filter: begin,
  };
  return { name, shared, order, group: draftGroupOf(filter, newKey) };
}

const OPEN_ONES: Filter = { all: [BEGINNINGS.status] };

/** A view being made, from what it begins with, or changed: its conditions as lines, and what is kept of it. */
export function useViewDraft(view: SavedView | null, begin: Filter = OPEN_ONES) {
  const { views } = useMessages();
  const [begun] = useState(() => draftOf(view, begin));
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
