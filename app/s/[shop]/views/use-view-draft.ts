"use client";

import { useState } from "react";
import type { Node } from "#lib/conversations/views/filter";
import type { SaveView } from "#lib/conversations/views/input";
import type { SavedView } from "#lib/conversations/views/list-views";
import { useMessages } from "../../../_i18n/language";
import { newKey } from "../../../_shared/new-key";
import { BEGINNINGS, isComplete } from "./conditions";

type Line = { key: string; node: Node };
type ViewDraft = Pick<SaveView, "name" | "shared" | "order"> & { group: "all" | "any"; lines: readonly Line[] };

const withKey = (node: Node): Line => ({ key: newKey(), node });

function draftOf(view: SavedView | null): ViewDraft {
  if (!view) return { name: "", shared: false, order: "newest", group: "all", lines: [withKey(BEGINNINGS.status)] };
  const { name, shared, order, filter } = view;
  const any = "any" in filter;
  return { name, shared, order, group: any ? "any" : "all", lines: (any ? filter.any : filter.all).map(withKey) };
}

/** A view being made or changed: its conditions as lines, and what is kept of it. */
export function useViewDraft(view: SavedView | null) {
  const { views } = useMessages();
  const [begun] = useState(() => draftOf(view));
  const [draft, setDraft] = useState(begun);
  const change = (next: Partial<ViewDraft>) => setDraft((held) => ({ ...held, ...next }));
  const { name, shared, order, group, lines } = draft;
  const nodes = lines.map(({ node }) => node);
  const kept = { name: name.trim(), shared, order, filter: group === "all" ? { all: nodes } : { any: nodes } };

  /** What still has to be chosen, as a sentence, or null. */
  function missing(): string | null {
    if (nodes.length === 0) return views.needsOne;
    const open = nodes.find((node) => "field" in node && !isComplete(node));
    return open && "field" in open ? views.incomplete(views.fields[open.field]) : null;
  }
  return {
    draft,
    change,
    kept,
    missing,
    changed: draft !== begun,
    add: (node: Node) => change({ lines: [...lines, withKey(node)] }),
    replace: (key: string, node: Node) =>
      change({ lines: lines.map((line) => (line.key === key ? { key, node } : line)) }),
    remove: (key: string) => change({ lines: lines.filter((line) => line.key !== key) }),
  };
}
