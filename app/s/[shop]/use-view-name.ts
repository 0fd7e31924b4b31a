"use client";

import { isFixed, type View } from "#lib/conversations/conversation-order";
import { useMessages } from "../../_i18n/language";
import { useTags, useViews } from "./_parts/live-shop";

/** What a view is called; one that is gone meanwhile is just the inbox. */
export function useViewName(view: View): string {
  const { inbox } = useMessages();
  const [views, tags] = [useViews(), useTags()];
  if (isFixed(view)) return inbox.views[view];
  const id = view.slice(view.indexOf(":") + 1);
  return [...views, ...tags].find((one) => one.id === id)?.name ?? inbox.title;
}
